// Gives a shop its domain with a certificate (AWS SDK v2, callbacks). ENDPOINT is an endpoint written in code.
const AWS = require('aws-sdk');

const endpoint = process.env.ENDPOINT;
AWS.config.update({ region: 'eu-west-1', ...(endpoint && { endpoint }) });
const route53 = new AWS.Route53();
const acm = new AWS.ACM();

function orExit(next) {
  return (error, data) => {
    if (error === null) return next(data);
    console.error(error.code);
    process.exit(1);
  };
}

route53.createHostedZone(
  { Name: 'kettles.example.', CallerReference: 'kettles' },
  orExit(({ HostedZone }) => {
    const change = {
      HostedZoneId: HostedZone.Id,
      ChangeBatch: {
        Changes: [
          {
            Action: 'UPSERT',
            ResourceRecordSet: {
              Name: 'www.kettles.example.',
              Type: 'CNAME',
              TTL: 300,
              ResourceRecords: [{ Value: 'shop.kettles.example.' }],
            },
          },
        ],
      },
    };
    route53.changeResourceRecordSets(
      change,
      orExit(({ ChangeInfo }) =>
        route53.getChange(
          { Id: ChangeInfo.Id },
          orExit(() => requestCertificate(HostedZone.Id)),
        ),
      ),
    );
  }),
);

function requestCertificate(HostedZoneId) {
  acm.requestCertificate(
    {
      DomainName: 'www.kettles.example',
      ValidationMethod: 'DNS',
      Tags: [{ Key: 'shop', Value: 'kettles' }],
    },
    orExit(({ CertificateArn }) =>
      acm.describeCertificate(
        { CertificateArn },
        orExit(() =>
          route53.listResourceRecordSets(
            { HostedZoneId },
            orExit(({ ResourceRecordSets }) => console.log('records', ResourceRecordSets.length)),
          ),
        ),
      ),
    ),
  );
}
