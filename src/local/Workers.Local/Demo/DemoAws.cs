using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using LocalAws;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Effects.Beats;
using Workers.Events;

namespace Workers.Local.Demo;

/// <summary>AWS as the demo uses it beside the API: to put events and poison in, and to look at queues and tables.</summary>
internal sealed record DemoAws(
    IAmazonSQS Sqs,
    IAmazonEventBridge EventBridge,
    IAmazonDynamoDB DynamoDb,
    IAmazonStepFunctions StepFunctions,
    ResourceNaming Naming,
    LocalAwsServer Server,
    HostFigures Mailing,
    TimeProvider Time)
{
    private const int QuietLooks = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static DemoAws Of(IServiceProvider services, LocalAwsServer server, HostFigures mailing) =>
        new(
            services.GetRequiredService<IAmazonSQS>(),
            services.GetRequiredService<IAmazonEventBridge>(),
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IAmazonStepFunctions>(),
            services.GetRequiredService<IOptions<ResourceNaming>>().Value,
            server,
            mailing,
            TimeProvider.System);

    public async Task PutEventsAsync(IReadOnlyList<PutEventsRequestEntry> entries, CancellationToken cancellationToken)
    {
        var bus = Naming.NameOf(Topology.Bus);
        foreach (var entry in entries)
        {
            entry.EventBusName = bus;
        }

        var response = await EventBridge.PutEventsAsync(new() { Entries = [.. entries] }, cancellationToken);
        if (response.FailedEntryCount > 0)
        {
            throw new InvalidOperationException("The embedded EventBridge refused an event of the demo.");
        }
    }

    /// <summary>Sends a message that is shown at once, also by a queue that delays.</summary>
    public async Task SendAsync(string queue, string body, CancellationToken cancellationToken)
    {
        var url = await UrlOfAsync(queue, cancellationToken);
        await Sqs.SendMessageAsync(new(url, body) { DelaySeconds = 0 }, cancellationToken);
    }

    /// <summary>Whether the orders worker has heard anything of an order.</summary>
    public async Task<bool> IsOnRecordAsync(string orderId, CancellationToken cancellationToken)
    {
        var response = await DynamoDb.GetItemAsync(
            new() { TableName = Naming.NameOf(Topology.OrdersTable), Key = new() { [OrderColumns.OrderId] = new(orderId) }, ConsistentRead = true },
            cancellationToken);
        return response.Item is { Count: > 0 };
    }

    /// <summary>Every execution of the state machine.</summary>
    public async Task<IReadOnlyList<ExecutionListItem>> ExecutionsAsync(CancellationToken cancellationToken)
    {
        var machines = await StepFunctions.ListStateMachinesAsync(new(), cancellationToken);
        var request = new ListExecutionsRequest
        {
            StateMachineArn = machines.StateMachines
                .Single(machine => machine.Name == Naming.NameOf(Topology.OrderWorkflow.Name))
                .StateMachineArn,
            MaxResults = 1000,
        };
        var executions = new List<ExecutionListItem>();
        do
        {
            var page = await StepFunctions.ListExecutionsAsync(request, cancellationToken);
            executions.AddRange(page.Executions);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return executions;
    }

    /// <summary>
    /// Returns when nothing has moved for a while: no message waits or is in flight, no execution runs, and the bus is silent. A copy of an
    /// event whose mail was being sent stays hidden until that claim would lapse, 45 s, and finds it sent: nobody waits for it.
    /// </summary>
    public async Task WaitForQuietAsync(CancellationToken cancellationToken)
    {
        var before = -1L;
        for (var quiet = 0; quiet < QuietLooks;)
        {
            var published = Server.Calls.GetValueOrDefault("events.PutEvents");
            quiet = published == before && await AreEmptyAsync(cancellationToken) ? quiet + 1 : 0;
            before = published;
            await Task.Delay(BetweenLooks, Time, cancellationToken);
        }
    }

    /// <summary>How many messages wait or are in flight; those that wait for their deadline do not count.</summary>
    public async Task<int> DepthAsync(string queue, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(queue, cancellationToken);
        return counts.ApproximateNumberOfMessages + counts.ApproximateNumberOfMessagesNotVisible;
    }

    /// <summary>Every row of a table.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ScanAsync(string table, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        var scan = new ScanRequest { TableName = Naming.NameOf(table), ConsistentRead = true };
        do
        {
            var page = await DynamoDb.ScanAsync(scan, cancellationToken);
            rows.AddRange(page.Items ?? []);
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });

        return rows;
    }

    private async Task<bool> AreEmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is not null && queue.Name != Topology.NotificationQueue))
        {
            if (await DepthAsync(queue.Name, cancellationToken) > 0)
            {
                return false;
            }
        }

        var mails = await CountAsync(Topology.NotificationQueue, cancellationToken);
        Mailing.Observe();
        return mails.ApproximateNumberOfMessages == 0
            && Mailing.Queue(Naming.NameOf(Topology.NotificationQueue)).InFlight == 0
            && (await ExecutionsAsync(cancellationToken)).All(execution => execution.Status != ExecutionStatus.RUNNING);
    }

    private async Task<GetQueueAttributesResponse> CountAsync(string queue, CancellationToken cancellationToken) =>
        await Sqs.GetQueueAttributesAsync(await UrlOfAsync(queue, cancellationToken), ["All"], cancellationToken);

    private async Task<string> UrlOfAsync(string queue, CancellationToken cancellationToken) =>
        (await Sqs.GetQueueUrlAsync(Naming.NameOf(queue), cancellationToken)).QueueUrl;
}
