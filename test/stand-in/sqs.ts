import { createHash, randomUUID } from 'node:crypto';
import type { Answer, ServiceCall, StandInService } from './answer.ts';
import {
  answerJson,
  type JsonObject,
  jsonOperation,
  readJson,
  refuseJson,
  textMember,
} from './json-protocol.ts';
import { answerQuery, type QueryForm, readForm, refuseQuery } from './query-protocol.ts';
import type { ReceivedRequest } from './received-request.ts';
import { StandInError } from './stand-in-error.ts';
import type { XmlElements } from './xml.ts';

interface Message {
  readonly id: string;
  readonly body: string;
  readonly receiptHandle: string;
}

interface Reply {
  readonly json: JsonObject;
  readonly xml: XmlElements;
}

type Handler = (input: JsonObject, call: ServiceCall) => Reply;

const namespace = 'http://queue.amazonaws.com/doc/2012-11-05/';

/** Returns SQS, in today's awsJson and in the older query protocol. */
export function makeSqs(): StandInService {
  const queues = new Map<string, Message[]>();

  function messagesOf(input: JsonObject): Message[] {
    const messages = queues.get(textMember(input, 'QueueUrl').split('/').at(-1) ?? '');
    if (messages === undefined) throw nonExistentQueue();
    return messages;
  }

  const handlers: Readonly<Record<string, Handler>> = {
    CreateQueue(input, call) {
      const name = textMember(input, 'QueueName');
      queues.set(name, queues.get(name) ?? []);
      return plain({ QueueUrl: urlOf(name, call) });
    },
    GetQueueUrl(input, call) {
      const name = textMember(input, 'QueueName');
      if (!queues.has(name)) throw nonExistentQueue();
      return plain({ QueueUrl: urlOf(name, call) });
    },
    SendMessage(input) {
      const body = textMember(input, 'MessageBody');
      const id = randomUUID();
      messagesOf(input).push({ id, body, receiptHandle: randomUUID() });
      return plain({ MessageId: id, MD5OfMessageBody: md5(body) });
    },
    ReceiveMessage(input) {
      const wanted = Number(input.MaxNumberOfMessages ?? 1);
      const messages = messagesOf(input).slice(0, wanted).map(describe);
      return { json: { Messages: messages }, xml: { Message: messages } };
    },
    DeleteMessage(input) {
      const messages = messagesOf(input);
      const handle = textMember(input, 'ReceiptHandle');
      const at = messages.findIndex(({ receiptHandle }) => receiptHandle === handle);
      if (at < 0)
        throw new StandInError('ReceiptHandleIsInvalid', 'The receipt handle is invalid.');
      messages.splice(at, 1);
      return plain({});
    },
  };

  return {
    name: 'sqs',
    identify(request) {
      const name = jsonOperation(request) ?? readForm(request).get('Action');
      return name !== undefined && Object.hasOwn(handlers, name) ? name : undefined;
    },
    answer(operation, call) {
      const isJson = speaksJson(call.request);
      const input = isJson ? readJson(call.request) : inputOf(readForm(call.request), call.request);
      const reply = handlers[operation]?.(input, call) ?? plain({});
      return isJson ? answerJson(reply.json, '1.0') : answerQuery(operation, namespace, reply.xml);
    },
    refuse: (error, request) => {
      if (!speaksJson(request)) return refuseQuery(error, namespace);
      return withQueryError(refuseJson(error, '1.0'), error.code);
    },
  };
}

function speaksJson(request: ReceivedRequest): boolean {
  return jsonOperation(request) !== undefined;
}

/** In the query protocol the queue may be named by the URL that is called instead of a member. */
function inputOf(form: QueryForm, request: ReceivedRequest): JsonObject {
  const host = request.headers.get('host') ?? '';
  return { QueueUrl: `https://${host}${request.path}`, ...Object.fromEntries(form) };
}

/** SQS tells its JSON clients the older protocol's code too. */
function withQueryError(answer: Answer, code: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': `${code};Sender` } };
}

function urlOf(name: string, { request, caller }: ServiceCall): string {
  return `https://${request.headers.get('host')}/${caller.account}/${name}`;
}

function describe({ id, body, receiptHandle }: Message) {
  return { MessageId: id, ReceiptHandle: receiptHandle, MD5OfBody: md5(body), Body: body };
}

function plain(members: Readonly<Record<string, string>>): Reply {
  return { json: members, xml: members };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function nonExistentQueue(): StandInError {
  return new StandInError(
    'AWS.SimpleQueueService.NonExistentQueue',
    'The specified queue does not exist.',
  );
}
