using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Workers.Benchmarks.Embedded;

/// <summary>How many requests of each kind a server answers with one second of processor time.</summary>
internal sealed class OperationRates
{
    private const int Rules = 3;

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    // Names of its own for each measurement: one that warms up leaves nothing to the next.
    private readonly string _name = $"speed-{Guid.NewGuid():N}"[..14];
    private readonly Dictionary<string, double> _rates = [];
    private readonly ConcurrentQueue<string[]> _receipts = new();
    private readonly AwsJsonClient _server;
    private readonly Func<TimeSpan> _cpuTime;
    private readonly int _requests;
    private readonly int _clients;
    private string _account = "";

    private OperationRates(AwsJsonClient server, Func<TimeSpan> cpuTime, int requests, int clients)
    {
        _server = server;
        _cpuTime = cpuTime;
        _requests = requests;
        _clients = clients;
    }

    /// <summary>Requests per second and core, by operation.</summary>
    /// <param name="server">The server.</param>
    /// <param name="cpuTime">The processor time that it has used so far.</param>
    /// <param name="requests">How many of each.</param>
    /// <param name="clients">How many call at once.</param>
    /// <param name="cancellationToken">Ends the measuring.</param>
    public static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(
        AwsJsonClient server, Func<TimeSpan> cpuTime, int requests, int clients, CancellationToken cancellationToken)
    {
        var rates = new OperationRates(server, cpuTime, requests, clients);
        await rates.CreateAsync(cancellationToken);
        await rates.MeasureAllAsync(cancellationToken);
        return rates._rates;
    }

    private async Task MeasureAllAsync(CancellationToken cancellationToken)
    {
        await MeasureAsync("SendMessageBatch of 10", "AmazonSQS.SendMessageBatch", SendBatch, cancellationToken);
        await MeasureAsync("ReceiveMessage of 10", "AmazonSQS.ReceiveMessage", _ => Receive, cancellationToken, keep: KeepReceipts);
        await MeasureAsync("DeleteMessageBatch of 10", "AmazonSQS.DeleteMessageBatch", _ => DeleteBatch(), cancellationToken);
        await MeasureAsync("PutItem", "DynamoDB_20120810.PutItem", PutItem, cancellationToken);
        await MeasureAsync("TransactWriteItems of 50", "DynamoDB_20120810.TransactWriteItems", Transaction, cancellationToken);
        await MeasureAsync(
            "PutEvents of 10, 3 rules match", "AWSEvents.PutEvents", _ => PutEvents, cancellationToken, after: DeliveredAsync);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        await CreateQueueAsync(_name, cancellationToken);
        await CallAsync(
            "DynamoDB_20120810.CreateTable",
            $$"""
            {"TableName":"{{_name}}","BillingMode":"PAY_PER_REQUEST",
            "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}
            """,
            cancellationToken);
        await CallAsync("AWSEvents.CreateEventBus", $$"""{"Name":"{{_name}}"}""", cancellationToken);
        for (var rule = 0; rule < Rules; rule++)
        {
            var arn = await CreateQueueAsync($"{_name}-{rule}", cancellationToken);
            await CallAsync(
                "AWSEvents.PutRule",
                $$$"""{"Name":"{{{_name}}}-{{{rule}}}","EventBusName":"{{{_name}}}","EventPattern":"{\"source\":[\"ecommerce.orders\"],\"detail-type\":[\"Order Placed\"]}"}""",
                cancellationToken);
            await CallAsync(
                "AWSEvents.PutTargets",
                $$"""{"Rule":"{{_name}}-{{rule}}","EventBusName":"{{_name}}","Targets":[{"Id":"queue","Arn":"{{arn}}"}]}""",
                cancellationToken);
        }
    }

    private async Task<string> CreateQueueAsync(string name, CancellationToken cancellationToken)
    {
        using var created = await _server.CallAsync(
            "AmazonSQS.CreateQueue",
            $$"""{"QueueName":"{{name}}","Attributes":{"VisibilityTimeout":"3600"} }""",
            cancellationToken);
        _account = new Uri(created.RootElement.GetProperty("QueueUrl").GetString()!).Segments[1].TrimEnd('/');
        return $"arn:aws:sqs:us-east-1:{_account}:{name}";
    }

    private async Task MeasureAsync(
        string what,
        string target,
        Func<int, string> body,
        CancellationToken cancellationToken,
        Action<JsonElement>? keep = null,
        Func<CancellationToken, Task>? after = null)
    {
        Console.Error.WriteLine($"measuring {what} …");
        var before = _cpuTime();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _requests),
            new ParallelOptions { MaxDegreeOfParallelism = _clients, CancellationToken = cancellationToken },
            async (number, token) =>
            {
                using var answer = await _server.CallAsync(target, body(number), token);
                keep?.Invoke(answer.RootElement);
            });
        if (after is not null)
        {
            await after(cancellationToken);
        }

        _rates[what] = _requests / (_cpuTime() - before).TotalSeconds;
    }

    private string SendBatch(int number) => $$"""{"QueueUrl":"{{Url(_name)}}","Entries":[{{Ten(index =>
        $$"""{"Id":"{{index}}","MessageBody":{{JsonSerializer.Serialize(Aws.Order.Body((10 * number) + index))}}}""")}}]}""";

    private string Receive => $$"""{"QueueUrl":"{{Url(_name)}}","MaxNumberOfMessages":10,"MessageSystemAttributeNames":["ApproximateReceiveCount"]}""";

    private void KeepReceipts(JsonElement answer) => _receipts.Enqueue(
        [.. answer.GetProperty("Messages").EnumerateArray().Select(message => message.GetProperty("ReceiptHandle").GetString()!)]);

    private string DeleteBatch()
    {
        _receipts.TryDequeue(out var handles);
        return $$"""{"QueueUrl":"{{Url(_name)}}","Entries":[{{string.Join(',', handles!.Index().Select(handle =>
            $$"""{"Id":"{{handle.Index}}","ReceiptHandle":"{{handle.Item}}"}"""))}}]}""";
    }

    private string PutItem(int number) => $$"""{"TableName":"{{_name}}","Item":{{Item($"item-{number}")}},"ConditionExpression":"attribute_not_exists(id)"}""";

    private string Transaction(int number) => $$"""{"TransactItems":[{{string.Join(',', Enumerable.Range(0, 50).Select(index =>
        $$"""{"Put":{{PutItem((50 * number) + index + 1_000_000)}}}"""))}}]}""";

    private static string Item(string id) => $$$"""
        {"id":{"S":"{{{id}}}"},"expiresAt":{"N":"1800000000"},"state":{"S":"Reserved"},"amount":{"N":"59.98"},
        "items":{"L":[{"M":{"productId":{"S":"LAPTOP-001"},"quantity":{"N":"2"} } }] } }
        """;

    private string PutEvents => $$"""{"Entries":[{{Ten(_ =>
        $$"""{"EventBusName":"{{_name}}","Source":"ecommerce.orders","DetailType":"Order Placed","Detail":"{\"orderId\":\"ORD-1\",\"amount\":59.98,\"items\":[{\"productId\":\"LAPTOP-001\",\"quantity\":2}]}"} """)}}]}""";

    /// <summary>Returns once every event has reached every queue: delivery is part of what it costs.</summary>
    private async Task DeliveredAsync(CancellationToken cancellationToken)
    {
        for (var rule = 0; rule < Rules; rule++)
        {
            while (await DepthAsync($"{_name}-{rule}", cancellationToken) < 10 * _requests)
            {
                await Task.Delay(AskAgain, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<int> DepthAsync(string queue, CancellationToken cancellationToken)
    {
        using var answer = await _server.CallAsync(
            "AmazonSQS.GetQueueAttributes",
            $$"""{"QueueUrl":"{{Url(queue)}}","AttributeNames":["ApproximateNumberOfMessages"]}""",
            cancellationToken);
        return int.Parse(
            answer.RootElement.GetProperty("Attributes").GetProperty("ApproximateNumberOfMessages").GetString()!,
            CultureInfo.InvariantCulture);
    }

    private async Task CallAsync(string target, string body, CancellationToken cancellationToken)
    {
        using var answer = await _server.CallAsync(target, body, cancellationToken);
    }

    private string Url(string queue) => $"http://127.0.0.1/{_account}/{queue}";

    private static string Ten(Func<int, string> entry) => string.Join(',', Enumerable.Range(0, 10).Select(entry));
}
