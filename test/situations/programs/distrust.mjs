// A client that goes through the proxy and trusts a list of its own.
import { request } from 'node:http';
import { connect, rootCertificates } from 'node:tls';

const servername = 's3.eu-west-1.amazonaws.com';
const path = `${servername}:443`;
request({
  ...new URL(process.env.HTTPS_PROXY),
  host: '127.0.0.1',
  port: new URL(process.env.HTTPS_PROXY).port,
  method: 'CONNECT',
  path,
})
  .on('connect', (_answer, socket) => {
    connect({ socket, servername, ca: rootCertificates }).on('error', ({ code }) => {
      console.log(code);
      socket.destroy();
    });
  })
  .end();
