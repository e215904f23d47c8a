// The JavaScript SDK v3, as somebody's program would use it: typed errors, digests, a long poll, a FIFO queue, a topic, a rule with a transformer,
// a replay, numbers and conditions.
'use strict';

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { setTimeout: delay } = require('node:timers/promises');
const { SQS } = require('@aws-sdk/client-sqs');
const { SNS } = require('@aws-sdk/client-sns');
const { EventBridge } = require('@aws-sdk/client-eventbridge');
const { DynamoDB, TransactionCanceledException } = require('@aws-sdk/client-dynamodb');
const { STS } = require('@aws-sdk/client-sts');

const run = randomUUID().slice(0, 8);
const [sqs, sns, events, dynamodb, sts] = [new SQS(), new SNS(), new EventBridge(), new DynamoDB(), new STS()];

/** Makes a call that must be refused under that name, and returns the error. */
async function refused(name, call) {
  const error = await call.then(() => assert.fail(`it was not refused with ${name}`), (reason) => reason);
  assert.equal(error.name, name, error.stack);
  return error;
}

/** Asks until there is an answer, half a minute at most. */
async function awaited(what, ask) {
  for (let turn = 0; turn < 60; turn++) {
    const answer = await ask();
    if (answer) return answer;
    await delay(500);
  }
  return assert.fail(`${what} did not happen`);
}

async function queues() {
  assert.equal((await sts.getCallerIdentity({})).Account, '000000000000');
  const { QueueUrl } = await sqs.createQueue({ QueueName: `clients-js-${run}`, tags: { team: 'clients' } });
  assert.deepEqual((await sqs.listQueueTags({ QueueUrl })).Tags, { team: 'clients' });
  await refused('QueueDoesNotExist', sqs.getQueueUrl({ QueueName: `clients-js-none-${run}` }));
  await refused('QueueNameExists', sqs.createQueue({ QueueName: `clients-js-${run}`, Attributes: { DelaySeconds: '5' } }));

  const sent = await sqs.sendMessageBatch({
    QueueUrl,
    Entries: Array.from({ length: 10 }, (_, i) => ({
      Id: `${i}`, MessageBody: `{"n":${i}}`, MessageAttributes: { n: { DataType: 'Number.int', StringValue: `${i}` } },
    })),
  });
  assert.equal(sent.Successful.length, 10);
  const { Messages } = await sqs.receiveMessage({
    QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['n'], MessageSystemAttributeNames: ['SentTimestamp'],
  });
  assert.equal(Messages.length, 10);
  assert.ok(Messages.every((m) => JSON.parse(m.Body).n === Number(m.MessageAttributes.n.StringValue)));
  const deleted = await sqs.deleteMessageBatch({
    QueueUrl, Entries: Messages.map((m, i) => ({ Id: `${i}`, ReceiptHandle: m.ReceiptHandle })),
  });
  assert.equal(deleted.Successful.length, 10);
  await refused('ReceiptHandleIsInvalid', sqs.deleteMessage({ QueueUrl, ReceiptHandle: 'nonsense' }));

  const poll = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
  await delay(200);
  await sqs.sendMessage({ QueueUrl, MessageBody: 'late' });
  assert.equal((await poll).Messages[0].Body, 'late');
  assert.equal((await sqs.receiveMessage({ QueueUrl })).Messages, undefined);
  return QueueUrl;
}

async function fifoQueues() {
  const attributes = { FifoQueue: 'true', DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
  const { QueueUrl } = await sqs.createQueue({ QueueName: `clients-js-${run}.fifo`, Attributes: attributes });
  const send = (MessageBody, MessageDeduplicationId = MessageBody) =>
    sqs.sendMessage({ QueueUrl, MessageBody, MessageGroupId: MessageBody[0], MessageDeduplicationId });
  const receive = async (MaxNumberOfMessages) =>
    (await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages, MessageSystemAttributeNames: ['All'] })).Messages ?? [];

  const first = await send('a1', 'same');
  assert.equal((await send('a2', 'same')).MessageId, first.MessageId);
  await send('b1', 'same');
  await send('a3');
  const [one, two] = await receive(2);
  assert.deepEqual([one.Body, two.Body], ['a1', 'a3']);
  assert.equal(one.Attributes.SequenceNumber, first.SequenceNumber);
  await send('a4');
  assert.deepEqual((await receive(10)).map((m) => m.Body), ['b1']);
  await sqs.deleteMessageBatch({
    QueueUrl, Entries: [one, two].map((m, i) => ({ Id: `${i}`, ReceiptHandle: m.ReceiptHandle })),
  });
  assert.deepEqual((await receive(10)).map((m) => m.Body), ['a4']);
  await sqs.deleteQueue({ QueueUrl });
}

async function topics(QueueUrl) {
  const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['QueueArn'] });
  const { TopicArn } = await sns.createTopic({ Name: `clients-js-${run}`, Attributes: { DisplayName: 'Clients' } });
  await refused('InvalidParameterException', sns.createTopic({ Name: `clients-js-${run}`, Attributes: { DisplayName: 'Other' } }));
  await refused('NotFoundException', sns.getTopicAttributes({ TopicArn: `${TopicArn}-none` }));
  const { SubscriptionArn } = await sns.subscribe({
    TopicArn, Protocol: 'sqs', Endpoint: Attributes.QueueArn, ReturnSubscriptionArn: true,
    Attributes: { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify({ kind: [{ prefix: 'a' }], size: [{ numeric: ['<', 5] }] }) },
  });
  const attributes = (kind, size) => ({
    kind: { DataType: 'String', StringValue: kind }, size: { DataType: 'Number', StringValue: `${size}` },
  });
  await sns.publish({ TopicArn, Message: 'too large', MessageAttributes: attributes('ab', 5) });
  const batch = await sns.publishBatch({
    TopicArn,
    PublishBatchRequestEntries: [
      { Id: '1', Message: 'fits é☃', MessageAttributes: attributes('ab', 4) },
      { Id: '2', Message: 'too large', Subject: 'one line', MessageAttributes: attributes('ab', 6) },
    ],
  });
  assert.deepEqual([batch.Successful.map((e) => e.Id), batch.Failed ?? []], [['1', '2'], []]);
  const received = await sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 5, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
  const [message] = received.Messages;
  assert.deepEqual([received.Messages.length, message.Body, message.MessageAttributes.size.DataType], [1, 'fits é☃', 'Number']);
  await sqs.deleteMessage({ QueueUrl, ReceiptHandle: message.ReceiptHandle });
  const shown = (await sns.getSubscriptionAttributes({ SubscriptionArn })).Attributes;
  assert.deepEqual([shown.RawMessageDelivery, shown.FilterPolicyScope], ['true', 'MessageAttributes']);
  await sns.deleteTopic({ TopicArn });
  await refused('NotFoundException', sns.publish({ TopicArn, Message: 'm' }));
}

async function rules(QueueUrl) {
  const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['QueueArn'] });
  const name = `clients-js-${run}`;
  const { EventBusArn } = await events.createEventBus({ Name: name });
  const { ArchiveArn } = await events.createArchive({ ArchiveName: name, EventSourceArn: EventBusArn });
  await events.putRule({ Name: 'all', EventBusName: name, EventPattern: JSON.stringify({ source: ['shop'] }) });
  const targets = await events.putTargets({
    Rule: 'all',
    EventBusName: name,
    Targets: [{
      Id: 'queue',
      Arn: Attributes.QueueArn,
      InputTransformer: {
        InputPathsMap: { zero: '$.detail.zero', no: '$.detail.no', list: '$.detail.list', none: '$.detail.none', text: '$.detail.text' },
        InputTemplate: '{"zero":<zero>,"no":<no>,"list":<list>,"text":<text>,"whole":<aws.events.event.json>}',
      },
    }],
  });
  assert.equal(targets.FailedEntryCount, 0);

  const detail = { zero: 0, no: false, list: [1, 'two', null], text: 'say "hi"' };
  const put = await events.putEvents({
    Entries: [{ EventBusName: name, Source: 'shop', DetailType: 'Sale', Detail: JSON.stringify(detail) }, { EventBusName: name, Source: 'shop' }],
  });
  assert.equal(put.FailedEntryCount, 1);
  assert.equal(put.Entries[1].ErrorCode, 'InvalidArgument');

  const receive = async () => (await sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 2 })).Messages?.[0];
  const body = JSON.parse((await awaited('delivery', receive)).Body);
  assert.deepEqual([body.zero, body.no, body.list, body.text], [0, false, detail.list, detail.text]);
  assert.equal(body.whole.id, put.Entries[0].EventId);
  assert.deepEqual(body.whole.detail, detail);

  const now = Date.now();
  await events.startReplay({
    ReplayName: name, EventSourceArn: ArchiveArn, Destination: { Arn: EventBusArn },
    EventStartTime: new Date(now - 60_000), EventEndTime: new Date(now + 60_000),
  });
  await awaited('replay', async () => (await events.describeReplay({ ReplayName: name })).State === 'COMPLETED');
  const replayed = JSON.parse((await awaited('replayed delivery', receive)).Body);
  assert.equal(replayed.whole.id, body.whole.id);
  assert.equal(replayed.whole['replay-name'], name);

  await refused('InvalidEventPatternException', events.putRule({ Name: 'bad', EventBusName: name, EventPattern: '{"source":"shop"}' }));
  await refused('ResourceAlreadyExistsException', events.createEventBus({ Name: name }));
  await events.removeTargets({ Rule: 'all', EventBusName: name, Ids: ['queue'] });
  await events.deleteRule({ Name: 'all', EventBusName: name });
  await events.deleteArchive({ ArchiveName: name });
  await events.deleteEventBus({ Name: name });
}

async function tables() {
  const TableName = `clients-js-${run}`;
  await dynamodb.createTable({
    TableName, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  });
  await refused('ResourceInUseException', dynamodb.createTable({
    TableName, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }));
  const digits = '12345678901234567890123456789012345678';
  const put = { TableName, Item: { id: { S: 'a' }, n: { N: digits }, doc: { M: { list: { L: [{ BOOL: true }, { NULL: true }] } } } } };
  await dynamodb.putItem({ ...put, ConditionExpression: 'attribute_not_exists(id)' });
  const conflict = await refused('ConditionalCheckFailedException', dynamodb.putItem({
    ...put, ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }));
  assert.equal(conflict.Item.n.N, digits);
  const { Attributes } = await dynamodb.updateItem({
    TableName, Key: { id: { S: 'a' } }, UpdateExpression: 'SET doc.#l[0] = :no REMOVE n',
    ExpressionAttributeNames: { '#l': 'list' }, ExpressionAttributeValues: { ':no': { BOOL: false } }, ReturnValues: 'ALL_NEW',
  });
  assert.deepEqual(Attributes, { id: { S: 'a' }, doc: { M: { list: { L: [{ BOOL: false }, { NULL: true }] } } } });

  const check = { ConditionCheck: { TableName, Key: { id: { S: 'none' } }, ConditionExpression: 'attribute_exists(id)' } };
  const cancelled = await refused('TransactionCanceledException', dynamodb.transactWriteItems({
    TransactItems: [check, { Delete: { TableName, Key: { id: { S: 'a' } } } }],
  }));
  assert.ok(cancelled instanceof TransactionCanceledException);
  assert.deepEqual(cancelled.CancellationReasons.map((reason) => reason.Code), ['ConditionalCheckFailed', 'None']);
  const batch = await dynamodb.batchGetItem({ RequestItems: { [TableName]: { Keys: [{ id: { S: 'a' } }, { id: { S: 'b' } }] } } });
  assert.equal(batch.Responses[TableName].length, 1);
  assert.deepEqual(batch.UnprocessedKeys, {});
  const page = await dynamodb.scan({ TableName, ReturnConsumedCapacity: 'TOTAL', ConsistentRead: true });
  assert.deepEqual([page.Count, page.ConsumedCapacity.CapacityUnits], [1, 1]);
  await dynamodb.deleteTable({ TableName });
}

(async () => {
  const url = await queues();
  await fifoQueues();
  await topics(url);
  await rules(url);
  await tables();
  await sqs.deleteQueue({ QueueUrl: url });
})();
