// Makes the exported policies of each compiled Pulumi module named against a provider that only answers, and prints
// the policy documents of each as one JSON list: `node deploy.mjs (HOME MODULE)...`, where HOME is the JSON of the
// account, region and partition that the provider is set up for.
import { pathToFileURL } from 'node:url';
import * as pulumi from '@pulumi/pulumi';

let home = {};

// What the provider does with a policy document: `&{` stands for `${`.
function writeDocument({ statements = [] }) {
  const variables = (texts) => texts.map((text) => text.replaceAll('&{', '${'));
  const Statement = statements.map(({ sid, effect, actions, resources, conditions = [] }) => {
    const Condition = {};
    for (const { test, variable, values } of conditions) {
      Condition[test] = { ...Condition[test], [variable]: variables(values) };
    }
    const written = { Sid: sid, Effect: effect, Action: actions, Resource: variables(resources) };
    return conditions.length > 0 ? { ...written, Condition } : written;
  });
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const answers = {
  'aws:index/getCallerIdentity:getCallerIdentity': () => ({ accountId: home.account }),
  'aws:index/getPartition:getPartition': () => ({ partition: home.partition }),
  'aws:index/getRegion:getRegion': () => ({ region: home.region }),
  'aws:iam/getPolicyDocument:getPolicyDocument': (inputs) => ({ json: writeDocument(inputs) }),
};

pulumi.runtime.setMocks({
  call: ({ token, inputs }) => answers[token](inputs),
  newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
});

const printed = [];
for (let at = 2; at < process.argv.length; at += 2) {
  home = JSON.parse(process.argv[at]);
  const path = process.argv[at + 1];
  const made = Object.values(await import(pathToFileURL(path))).flatMap((make) =>
    make('principal'),
  );
  const documents = made.map(
    ({ policy }) => new Promise((resolve) => policy.apply((text) => resolve(JSON.parse(text)))),
  );
  printed.push(await Promise.all(documents));
}
console.log(JSON.stringify(printed));
