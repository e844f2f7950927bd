// Makes a trust folder in the folder of the first argument, prints its path and waits to be killed.
import { createTrustFolder } from '../../../certs/trust-folder.ts';

const [parent = ''] = process.argv.slice(2);
const folder = await createTrustFolder({ parent, files: { 'bundle.pem': 'certificates' } });
process.stdout.write(`${folder.path}\n`);
process.stdin.resume();
