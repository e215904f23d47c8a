// sqs-consumer as its documentation says it is fastest: batches, its own batched deletes, no pause between polls, and as many
// consumers on one client as our engine has loops. Writes the same marks as our worker.
import { SQSClient } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';

const [endpoint, queueUrl, loops, ...marks] = process.argv.slice(2);
const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
let waiting = marks.map(Number);
let handled = 0;

function handle(messages) {
  handled += messages.length;
  while (handled >= waiting[0]) {
    const { user, system } = process.cpuUsage();
    const mark = { handled: waiting.shift(), cpuMilliseconds: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
    console.log(JSON.stringify(mark));
  }
}

for (let loop = 0; loop < Number(loops); loop++) {
  Consumer.create({
    sqs,
    queueUrl,
    batchSize: 10,
    waitTimeSeconds: 20,
    pollingWaitTimeMs: 0,
    handleMessageBatch: async (messages) => {
      for (const message of messages) {
        JSON.parse(message.Body);
      }

      handle(messages);
      return messages;
    },
  })
    .on('error', (error) => console.error(error.message))
    .start();
}
