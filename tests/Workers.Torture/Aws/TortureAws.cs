using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using LocalAws;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning;

namespace Workers.Torture.Aws;

/// <summary>The embedded AWS, and AWS as the torture itself uses it: to put poison in, and to look at queues and tables.</summary>
internal sealed class TortureAws(LocalAwsServer server, AwsClients clients, TimeProvider time) : IAsyncDisposable
{
    // Transactions of a moment, so that they meet.
    private static readonly TimeSpan TransactionLatency = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Dictionary<string, int> VisibilitySeconds = new()
    {
        [Topology.InventoryQueue] = 3,
        [Topology.NotificationQueue] = 5,
        [Topology.AnalyticsQueue] = 4,
        [Topology.AuditQueue] = 4,
        [Topology.OrdersQueue] = 3,
        [Topology.OrderViewsQueue] = 4,
        [Topology.OrderDeadlinesQueue] = 4,
        [Topology.PaymentsQueue] = 5,
        [Topology.ShippingQueue] = 5,
        [Topology.CustomersQueue] = 3,
        [Topology.CustomerTimersQueue] = 4,
        [Topology.SupportQueue] = 3,
        [Topology.SupportTimersQueue] = 4,
        [Topology.WorkflowQueue] = 4,
    };

    // Short, so that some orders miss it, and that the last ones need not be waited for long.
    private static readonly TimeSpan OrderDeadline = TimeSpan.FromSeconds(45);

    private Dictionary<string, string> _queueUrls = [];

    /// <summary>The longest visibility timeout of the run.</summary>
    public static TimeSpan LongestVisibility { get; } = TimeSpan.FromSeconds(VisibilitySeconds.Values.Max());

    /// <summary>The queues that are worked on, and their dead-letter queues.</summary>
    public static IReadOnlyDictionary<string, string> DeadLetterQueues { get; } = Topology.Queues
        .Where(queue => queue.Redrive is not null)
        .ToDictionary(queue => queue.Name, queue => queue.Redrive!.DeadLetterQueue);

    public LocalAwsServer Server => server;

    public static async Task<TortureAws> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var server = await LocalAwsServer.StartAsync(
            new LocalAwsOptions { Port = 0, TransactionLatency = TransactionLatency }, cancellationToken);
        var (url, credentials) = (server.Endpoint.ToString(), new BasicAWSCredentials("local", "local"));
        var aws = new TortureAws(
            server,
            new AwsClients(
                new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = url, DisableLogging = true }),
                new AmazonEventBridgeClient(credentials, new AmazonEventBridgeConfig { ServiceURL = url, DisableLogging = true }),
                new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = url, DisableLogging = true }),
                new AmazonSimpleNotificationServiceClient(
                    credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = url, DisableLogging = true }),
                new AmazonStepFunctionsClient(credentials, new AmazonStepFunctionsConfig { ServiceURL = url, DisableLogging = true })),
            time);
        await aws.ProvisionAsync(cancellationToken);
        return aws;
    }

    /// <summary>Sends one message, as often as the faults make it.</summary>
    public Task SendAsync(string queue, string body, CancellationToken cancellationToken) => UntilTakenAsync(
        async () =>
        {
            await clients.Sqs.SendMessageAsync(new(_queueUrls[queue], body) { DelaySeconds = 0 }, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Puts one event on the bus, as often as the faults make it.</summary>
    public Task PutAsync(EventName name, string detail, CancellationToken cancellationToken)
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = Topology.Bus,
            Source = name.Source,
            DetailType = name.DetailType,
            Detail = detail,
        };
        return UntilTakenAsync(
            async () =>
            {
                var response = await clients.EventBridge.PutEventsAsync(new() { Entries = [entry] }, cancellationToken);
                return response.FailedEntryCount is null or 0;
            },
            cancellationToken);
    }

    /// <summary>How many messages a queue holds, and how many of them are invisible.</summary>
    public async Task<(int All, int Invisible)> DepthAsync(string queue, CancellationToken cancellationToken)
    {
        var counts = await clients.Sqs.GetQueueAttributesAsync(_queueUrls[queue], ["All"], cancellationToken);
        var invisible = counts.ApproximateNumberOfMessagesNotVisible + counts.ApproximateNumberOfMessagesDelayed;
        return (counts.ApproximateNumberOfMessages + invisible, invisible);
    }

    /// <summary>How many events have been on the bus.</summary>
    public async Task<long> EntriesAsync(CancellationToken cancellationToken) =>
        (await clients.EventBridge.DescribeArchiveAsync(new() { ArchiveName = Topology.ArchiveName }, cancellationToken)).EventCount ?? 0;

    /// <summary>Takes every message out of a queue.</summary>
    public async Task<IReadOnlyList<string>> DrainAsync(string queue, CancellationToken cancellationToken)
    {
        var bodies = new List<string>();
        var receive = new ReceiveMessageRequest { QueueUrl = _queueUrls[queue], MaxNumberOfMessages = 10 };
        while ((await clients.Sqs.ReceiveMessageAsync(receive, cancellationToken)).Messages is { Count: > 0 } messages)
        {
            bodies.AddRange(messages.Select(message => message.Body));
            await clients.Sqs.DeleteMessageBatchAsync(
                receive.QueueUrl,
                [.. messages.Select((message, index) => new DeleteMessageBatchRequestEntry(
                    index.ToString(CultureInfo.InvariantCulture), message.ReceiptHandle))],
                cancellationToken);
        }

        return bodies;
    }

    /// <summary>Every row of a table.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ScanAsync(string table, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        var scan = new ScanRequest { TableName = table, ConsistentRead = true };
        do
        {
            var page = await clients.DynamoDb.ScanAsync(scan, cancellationToken);
            rows.AddRange(page.Items ?? []);
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });

        return rows;
    }

    /// <summary>The status of every execution of the state machine, by its ARN.</summary>
    public async Task<IReadOnlyDictionary<string, ExecutionStatus>> ExecutionsAsync(CancellationToken cancellationToken)
    {
        var executions = new Dictionary<string, ExecutionStatus>();
        var machines = await clients.StepFunctions.ListStateMachinesAsync(new(), cancellationToken);
        var list = new ListExecutionsRequest { StateMachineArn = machines.StateMachines.Single().StateMachineArn, MaxResults = 1000 };
        do
        {
            var page = await clients.StepFunctions.ListExecutionsAsync(list, cancellationToken);
            page.Executions.ForEach(execution => executions[execution.ExecutionArn] = execution.Status);
            list.NextToken = page.NextToken;
        }
        while (list.NextToken is not null);

        return executions;
    }

    public async ValueTask DisposeAsync()
    {
        clients.Sqs.Dispose();
        clients.EventBridge.Dispose();
        clients.DynamoDb.Dispose();
        clients.Sns.Dispose();
        clients.StepFunctions.Dispose();
        await server.DisposeAsync();
    }

    private async Task UntilTakenAsync(Func<Task<bool>> call, CancellationToken cancellationToken)
    {
        while (!await IsTakenAsync(call))
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<bool> IsTakenAsync(Func<Task<bool>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return false;
        }
    }

    private async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        var provisioner = new TopologyProvisioner(clients, new ResourceNaming(), time) { OrderDeadline = OrderDeadline };
        await provisioner.ApplyAsync(cancellationToken);
        foreach (var queue in Topology.Queues)
        {
            _queueUrls[queue.Name] = (await clients.Sqs.GetQueueUrlAsync(queue.Name, cancellationToken)).QueueUrl;
        }

        foreach (var (queue, seconds) in VisibilitySeconds)
        {
            var attributes = new Dictionary<string, string>
            {
                ["VisibilityTimeout"] = seconds.ToString(CultureInfo.InvariantCulture),
            };
            await clients.Sqs.SetQueueAttributesAsync(_queueUrls[queue], attributes, cancellationToken);
        }
    }
}
