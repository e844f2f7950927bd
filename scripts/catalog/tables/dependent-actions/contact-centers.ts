import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const described = (...nouns: readonly string[]): OperationRow =>
  nouns.map((noun) => ({
    action: `connect:Describe${noun}`,
    because: 'the answer describes what it finds',
  }));

/**
 * What the searches of Amazon Connect need besides: its answers describe what they find, contacts and users with more.
 * Source: the Service Authorization Reference, "API operations" of Amazon Connect; for the attributes of contacts the API
 * reference of Amazon Connect, SearchCriteria.
 */
export const contactCenters: OperationRows = {
  connect: {
    SearchAgentStatuses: described('AgentStatus'),
    SearchContactEvaluations: described('ContactEvaluation'),
    SearchContactFlowModules: described('ContactFlowModule'),
    SearchContactFlows: described('ContactFlow'),
    SearchContacts: [
      ...described('Contact'),
      {
        action: 'connect:GetContactAttributes',
        when: ['SearchCriteria.SearchableContactAttributes.Criteria[].Key'],
        because: 'searches in the attributes of the contacts',
      },
    ],
    SearchDataTables: described('DataTable'),
    SearchEmailAddresses: described('EmailAddress'),
    SearchEvaluationForms: described('EvaluationForm'),
    SearchHoursOfOperationOverrides: described('HoursOfOperationOverride'),
    SearchHoursOfOperations: described('HoursOfOperation'),
    SearchMetrics: described('Metric'),
    SearchNotifications: described('Notification'),
    SearchPredefinedAttributes: described('PredefinedAttribute'),
    SearchPrompts: described('Prompt'),
    SearchQueues: described('Queue'),
    SearchQuickConnects: described('QuickConnect'),
    SearchRoutingProfiles: described('RoutingProfile'),
    SearchRules: described('Rule'),
    SearchSecurityProfiles: described('SecurityProfile'),
    SearchUserHierarchyGroups: described('UserHierarchyGroup'),
    SearchUsers: [
      ...described('User'),
      {
        action: 'connect:ListUserProficiencies',
        because: 'the answer tells the proficiencies of the users',
      },
    ],
    SearchViews: described('View'),
    SearchWorkspaces: described('Workspace'),
  },
};
