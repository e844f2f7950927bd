import {
  type AskRules,
  arn,
  type JudgedRequest,
  own,
  text,
  whereGiven,
} from '../judged-request.ts';

/** CloudWatch and its logs, CloudTrail, Route 53 and ACM, after the Service Authorization Reference. */
export const operationsRules: AskRules = {
  // moto knows CloudWatch by its signing name.
  'monitoring:PutMetricData': (request) => [
    {
      action: 'cloudwatch:PutMetricData',
      resource: '*',
      context: { 'cloudwatch:namespace': [text(request, 'Namespace')] },
    },
  ],
  'monitoring:PutMetricAlarm': (request) => [
    {
      action: 'cloudwatch:PutMetricAlarm',
      resource: arn(request, 'cloudwatch', `alarm:${text(request, 'AlarmName')}`),
    },
  ],
  'logs:*': (request) => {
    const stream = `log-stream:${text(request, 'logStreamName')}`;
    return [
      ...own(request, `${logGroup(request)}:${stream}`),
      ...whereGiven(request, 'tags', 'logs:TagResource', logGroup(request)),
    ];
  },
  'cloudtrail:*': (request) =>
    own(request, arn(request, 'cloudtrail', `trail/${text(request, 'Name')}`)),
  'route53:CreateHostedZone': (request) => own(request, '*'),
  'route53:GetChange': (request) => own(request, `arn:aws:route53:::change/${id(request, 'Id')}`),
  'route53:*': (request) =>
    own(request, `arn:aws:route53:::hostedzone/${id(request, 'HostedZoneId')}`),
  'acm:RequestCertificate': (request) => [
    ...own(request, '*'),
    ...whereGiven(
      request,
      'Tags',
      'acm:AddTagsToCertificate',
      arn(request, 'acm', 'certificate/*'),
    ),
  ],
  'acm:DescribeCertificate': (request) => own(request, text(request, 'CertificateArn')),
};

function logGroup(request: JudgedRequest): string {
  return arn(request, 'logs', `log-group:${text(request, 'logGroupName')}`);
}

/** Clients send some ids of Route 53 with the path that AWS answers: `/hostedzone/Z1`. */
function id(request: JudgedRequest, path: string): string {
  return text(request, path).split('/').at(-1) ?? '';
}
