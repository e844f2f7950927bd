import type { Answer, Refusal } from './answer.ts';
import type { ReceivedRequest } from './received-request.ts';
import { StandInError } from './stand-in-error.ts';
import { writeXml, type XmlElements } from './xml.ts';

/** The members of an awsQuery request by their flattened names: `Attribute.1.Name`. */
export type QueryForm = ReadonlyMap<string, string>;

/** Returns the members of an awsQuery request, from its form body or from its query. */
export function readForm(request: ReceivedRequest): QueryForm {
  const isForm = request.headers
    .get('content-type')
    ?.startsWith('application/x-www-form-urlencoded');
  if (isForm === true) return new Map(new URLSearchParams(request.body.toString('utf8')));
  return new Map([...request.query].map(([name, values]) => [name, values[0] ?? '']));
}

/** Returns a member that has to be there. Throws `MissingParameter` where it is not. */
export function formMember(form: QueryForm, name: string): string {
  const value = form.get(name);
  if (value !== undefined) return value;
  throw new StandInError('MissingParameter', `The request must contain the parameter ${name}.`);
}

/** Returns an answer in awsQuery's XML. */
export function answerQuery(operation: string, namespace: string, result: XmlElements): Answer {
  const content = {
    [`${operation}Result`]: result,
    ResponseMetadata: { RequestId: requestId },
  };
  return xmlAnswer(200, writeXml(`${operation}Response`, namespace, content));
}

/** Returns an error in awsQuery's XML. */
export function refuseQuery({ code, message, status }: Refusal, namespace: string): Answer {
  const content = { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: requestId };
  return xmlAnswer(status, writeXml('ErrorResponse', namespace, content));
}

const requestId = '00000000-0000-4000-8000-000000000000';

function xmlAnswer(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
