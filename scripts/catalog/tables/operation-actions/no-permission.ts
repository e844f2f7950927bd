import type { OperationRows } from '../join-operation-rows.ts';

const nothing = (...operations: readonly string[]) =>
  Object.fromEntries(operations.map((operation) => [operation, []]));

/** Operations that clients sign though AWS asks for no permission. */
export const noPermissionOperations: OperationRows = {
  // Source: Amazon Connect Participant Service API Reference: its calls do not use Signature Version 4; a token of the
  // participant or the connection authorizes them.
  connectparticipant: nothing(
    'CancelParticipantAuthentication',
    'CompleteAttachmentUpload',
    'CreateParticipantConnection',
    'DescribeView',
    'DisconnectParticipant',
    'GetAttachment',
    'GetAuthenticationUrl',
    'GetTranscript',
    'SendEvent',
    'SendMessage',
    'StartAttachmentUpload',
  ),
  // Source: the page of Amazon FinSpace API in the Service Authorization Reference, whose one action is to get the
  // credentials that sign these calls; FinSpace User Guide: permission groups of FinSpace then decide.
  'finspace-data': nothing(
    'AssociateUserToPermissionGroup',
    'CreateChangeset',
    'CreateDataView',
    'CreateDataset',
    'CreatePermissionGroup',
    'CreateUser',
    'DeleteDataset',
    'DeletePermissionGroup',
    'DisableUser',
    'DisassociateUserFromPermissionGroup',
    'EnableUser',
    'GetChangeset',
    'GetDataView',
    'GetDataset',
    'GetExternalDataViewAccessDetails',
    'GetPermissionGroup',
    'GetUser',
    'GetWorkingLocation',
    'ListChangesets',
    'ListDataViews',
    'ListDatasets',
    'ListPermissionGroups',
    'ListPermissionGroupsByUser',
    'ListUsers',
    'ListUsersByPermissionGroup',
    'ResetUserPassword',
    'UpdateChangeset',
    'UpdateDataset',
    'UpdatePermissionGroup',
    'UpdateUser',
  ),
  // Source: the page of Amazon Location Service Maps in the Service Authorization Reference, which has actions for
  // tiles and static maps alone; these three have no answer for access denied in the service's API model.
  'geo-maps': nothing('GetGlyphs', 'GetSprites', 'GetStyleDescriptor'),
};
