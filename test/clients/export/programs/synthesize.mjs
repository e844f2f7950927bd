// Makes the exported policies of each compiled CDK module named, in a stack of its own, and prints the stacks'
// templates as one JSON list: `node synthesize.mjs ACCOUNT MODULE...`. The stacks know no region and no account.
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Group, Role, User } from 'aws-cdk-lib/aws-iam';

const templates = [];
for (const path of process.argv.slice(2)) {
  const stack = new Stack(new App(), 'Stack');
  const principals = {
    role: () => Role.fromRoleName(stack, 'Role', 'r'),
    user: () => User.fromUserName(stack, 'User', 'u'),
    group: () => Group.fromGroupName(stack, 'Group', 'g'),
  };
  for (const [name, make] of Object.entries(await import(pathToFileURL(path)))) {
    if (!name.endsWith('Policies')) throw new Error(`${path} exports ${name}`);
    const kind = path.match(/(role|user|group)\.cdk-ts/)?.[1];
    make(stack, ...(kind ? [principals[kind]()] : []));
  }
  templates.push(Template.fromStack(stack).toJSON());
}
console.log(JSON.stringify(templates));
