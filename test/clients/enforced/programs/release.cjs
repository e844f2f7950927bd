// Releases a container image to a cluster (AWS SDK v2). ENDPOINT, where set, is an endpoint written in code.
const AWS = require('aws-sdk');

const endpoint = process.env.ENDPOINT;
AWS.config.update({ region: 'eu-west-1', ...(endpoint && { endpoint }) });
const ecr = new AWS.ECR();
const ecs = new AWS.ECS();
const sts = new AWS.STS();

async function release() {
  const { Account } = await sts.getCallerIdentity().promise();
  const { repository } = await ecr
    .createRepository({ repositoryName: 'shop/web', imageTagMutability: 'IMMUTABLE' })
    .promise();
  await ecr.getAuthorizationToken().promise();
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: {},
    layers: [],
  });
  await ecr.putImage({ repositoryName: 'shop/web', imageManifest, imageTag: '1.4.0' }).promise();
  const { imageDetails } = await ecr.describeImages({ repositoryName: 'shop/web' }).promise();
  console.log('images', imageDetails.length);

  await ecs.createCluster({ clusterName: 'shop' }).promise();
  const role = (name) => `arn:aws:iam::${Account}:role/${name}`;
  const { taskDefinition } = await ecs
    .registerTaskDefinition({
      family: 'web',
      taskRoleArn: role('web-task'),
      executionRoleArn: role('web-execution'),
      networkMode: 'bridge',
      containerDefinitions: [
        { name: 'web', image: `${repository.repositoryUri}:1.4.0`, memory: 256, essential: true },
      ],
    })
    .promise();
  await ecs
    .createService({
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: taskDefinition.taskDefinitionArn,
      desiredCount: 2,
    })
    .promise();
  await ecs.updateService({ cluster: 'shop', service: 'web', desiredCount: 3 }).promise();
  const { services } = await ecs.describeServices({ cluster: 'shop', services: ['web'] }).promise();
  console.log('desired', services[0].desiredCount);
}

release();
