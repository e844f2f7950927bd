// A client of AWS without an SDK: it signs each request (Signature Version 4) and fetches it.
import { createHash, createHmac } from 'node:crypto';

const region = 'eu-west-1';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

export async function call(
  service,
  { method = 'POST', host, path = '/', headers = {}, body = '' },
) {
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const signed = {
    ...headers,
    host: host ?? `${service}.${region}.amazonaws.com`,
    'x-amz-content-sha256': sha256(body),
    'x-amz-date': date,
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
  const request = [method, path, '', lines, names.join(';'), sha256(body)].join('\n');
  const scope = [date.slice(0, 8), region, service, 'aws4_request'];
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(request)].join('\n');
  const key = scope.reduce(hmac, `AWS4${process.env.AWS_SECRET_ACCESS_KEY}`);
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/${scope.join('/')}, ` +
    `SignedHeaders=${names.join(';')}, Signature=${hmac(key, toSign).toString('hex')}`;
  const { host: authority, ...sent } = { ...signed, authorization };
  return fetch(`https://${authority}${path}`, { method, headers: sent, body: body || undefined });
}

/** Puts an object into bucket `b1`; returns the status. */
export async function put(key) {
  const host = `b1.s3.${region}.amazonaws.com`;
  const answer = await call('s3', { method: 'PUT', host, path: `/${key}`, body: 'x' });
  await answer.arrayBuffer();
  return answer.status;
}
