const profile = [
  'LaunchTemplateData.IamInstanceProfile.Arn',
  'LaunchTemplateData.IamInstanceProfile.Name',
];

/**
 * Parameters that are recorded though no permission of their own call reads them, because a later call means what they
 * say: by service id and operation.
 */
export const notedParameters: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  // Whoever launches from a template hands over the role of the instance profile in it.
  ec2: {
    CreateLaunchTemplate: ['LaunchTemplateName', ...profile],
    CreateLaunchTemplateVersion: [
      'LaunchTemplateId',
      'LaunchTemplateName',
      'SourceVersion',
      ...profile,
    ],
  },
};
