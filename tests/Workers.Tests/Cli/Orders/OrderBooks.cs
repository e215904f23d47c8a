using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using LocalAws;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Cli.Views;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Operations.Orders;
using Workers.Operations.Reading;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;
using Workers.Orders.Stores;
using Workers.Orders.Views;
using Workers.Provisioning;

namespace Workers.Tests.Cli.Orders;

/// <summary>
/// Orders, their histories and their views in the embedded AWS, written by the worker's own code: facts go into a history, and what was
/// decided goes into the views when a spec says so.
/// </summary>
public sealed class OrderBooks : IAsyncLifetime
{
    private LocalAwsServer _aws = null!;
    private ServiceProvider _services = null!;
    private int _facts;

    /// <summary>The commands' clock; the worker's is the machine's.</summary>
    internal FakeTime Time { get; } = new();

    internal InterruptedDynamoDb DynamoDb { get; private set; } = null!;

    internal ResourceNaming Naming { get; } = new() { Prefix = "books-" };

    internal EventRegistry Registry => _services.GetRequiredService<EventRegistry>();

    internal RecordingPublisher Bus { get; } = new();

    internal TableReader Tables => new(DynamoDb, Naming, TimeProvider.System);

    internal OrderTables Orders => new(Tables);

    internal ViewRows Views => new(DynamoDb, Naming, Time);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAwsServer.StartAsync();
        var (credentials, url) = (new BasicAWSCredentials("spec", "spec"), _aws.Endpoint.ToString());
        DynamoDb = new(url);
        using var sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = url });
        using var eventBridge = new AmazonEventBridgeClient(credentials, new AmazonEventBridgeConfig { ServiceURL = url });
        using var sns = new AmazonSimpleNotificationServiceClient(credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = url });
        using var stepFunctions = new AmazonStepFunctionsClient(credentials, new AmazonStepFunctionsConfig { ServiceURL = url });
        await new TopologyProvisioner(new(sqs, eventBridge, DynamoDb, sns, stepFunctions), Naming, TimeProvider.System)
            .ApplyAsync(CancellationToken);

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<ResourceNaming>(naming => naming.Prefix = Naming.Prefix);
        builder.Services.AddContracts();
        builder.Services.AddSingleton<IAmazonDynamoDB>(DynamoDb);
        builder.Services.AddSingleton<IEventPublisher>(Bus);
        builder.Services.AddSingleton<OrderJson>().AddSingleton<OrderRow>().AddSingleton<HistoryRow>();
        builder.AddEffects(Topology.IdempotencyTable);
        builder.AddOrderViews();
        _services = builder.Services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        DynamoDb.Dispose();
        await _aws.DisposeAsync();
    }

    /// <summary>What makes an order complete, when it comes in this order.</summary>
    internal static IEventDetail[] Sale(string orderId) =>
    [
        new OrderPlaced(orderId, "CUST-1", [new("LAPTOP", 1, 90m)], Amount: 90m, ShippingAddress: "1 Main St"),
        new InventoryReserved(orderId, [new("LAPTOP", 1, 90m)], FakeTime.Start, "CUST-1", 90m),
        new PaymentProcessed(orderId, $"PAY-{orderId}", "CUST-1", 90m),
        new ShipmentCreated(orderId, "CUST-1", $"SHIP-{orderId}", "Swift", "TRACK-1"),
    ];

    /// <summary>Puts facts on an order's record, as the worker does; the result is what it decided.</summary>
    internal async Task<IReadOnlyList<IEventDetail>> TellAsync(string orderId, params IEnumerable<IEventDetail> facts)
    {
        var (rows, history) = (_services.GetRequiredService<OrderRow>(), _services.GetRequiredService<HistoryRow>());
        var store = _services.GetRequiredService<ITransactionStore>();
        var decided = new List<IEventDetail>();
        foreach (var fact in facts)
        {
            var key = OrderRow.Key(orderId);
            var order = rows.Find(new Items(await store.ReadAsync([key], CancellationToken)), orderId);
            var at = FakeTime.Start.AddMinutes(_facts++);
            var change = OrderChange.Of(order, new Fact(fact, at));
            var cause = Messages.Of(new CauseOf(fact), $"event-{_facts}", at);
            var writes = change.Entries.Select(entry => history.Append(orderId, entry, cause));
            Assert.True((await store.CommitAsync([rows.Replace(order, change.Order), .. writes], CancellationToken)).IsCommitted);
            decided.AddRange(change.Entries.Where(entry => entry.Kind == EntryKind.Decided).Select(entry => entry.Detail));
        }

        return decided;
    }

    /// <summary>Has the worker bring events into the views.</summary>
    internal async Task ProjectAsync(params IEnumerable<IEventDetail> events)
    {
        foreach (var told in events)
        {
            await (told switch
            {
                OrderRecorded it => ProjectAsync(it, it.OrderId),
                OrderPaid it => ProjectAsync(it, it.OrderId),
                OrderCompleted it => ProjectAsync(it, it.OrderId),
                OrderFailed it => ProjectAsync(it, it.OrderId),
                OrderCancellationDecided it => ProjectAsync(it, it.OrderId),
                _ => Task.CompletedTask,
            });
        }
    }

    /// <summary>An order is sold, recorded and shown.</summary>
    internal async Task SellAsync(params IEnumerable<string> orderIds)
    {
        foreach (var orderId in orderIds)
        {
            await ProjectAsync(await TellAsync(orderId, Sale(orderId)));
        }
    }

    internal Task<RebuildAnswer> RebuildAsync(string view, bool isDryRun = false) =>
        new ViewRebuild(RebuiltView.Of(view), DynamoDb, Naming, Registry, Time).RunAsync(isDryRun, _ => { }, CancellationToken);

    internal Task<VerifyAnswer> VerifyAsync() => Verification().AllAsync(_ => { }, CancellationToken);

    internal Task<VerifyAnswer> VerifyAsync(string orderId) => Verification().OneAsync(orderId, CancellationToken);

    /// <summary>The rows of a view's generation, one a line.</summary>
    internal async Task<string> GenerationAsync(string view, string generation)
    {
        var definition = RebuiltView.Of(view);
        var rows = await Tables.ScanAsync(view, cancellationToken: CancellationToken).ToListAsync(CancellationToken);
        return string.Join('\n', rows
            .Where(row => row[definition.Partition].S.StartsWith($"{generation}/", StringComparison.Ordinal))
            .Select(row => string.Join(' ', row
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .Select(attribute => $"{attribute.Key}={(attribute.Value.S ?? attribute.Value.N).Replace($"{generation}/", "", StringComparison.Ordinal)}")))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>Changes one attribute of a row behind everybody's back; without a value it is removed.</summary>
    internal Task AlterAsync(string table, Dictionary<string, AttributeValue> key, string attribute, AttributeValue? value) => DynamoDb.UpdateItemAsync(
        new()
        {
            TableName = Naming.NameOf(table),
            Key = key,
            UpdateExpression = value is null ? "REMOVE #attribute" : "SET #attribute = :value",
            ExpressionAttributeNames = new() { ["#attribute"] = attribute },
            ExpressionAttributeValues = value is null ? null : new() { [":value"] = value },
        },
        CancellationToken);

    internal Task RemoveAsync(string table, Dictionary<string, AttributeValue> key) =>
        DynamoDb.DeleteItemAsync(Naming.NameOf(table), key, CancellationToken);

    private Verification Verification() => new(Orders, new OrderCheck(Registry, _services.GetRequiredService<OrderJson>()), TimeProvider.System);

    private async Task ProjectAsync<TEvent>(TEvent told, string orderId)
        where TEvent : class, IEventDetail
    {
        var queue = _services.GetRequiredKeyedService<CommitQueue>("OrderViews");
        var message = Messages.Of(told, $"{typeof(TEvent).Name}-{orderId}");
        var outcomes = await Task.WhenAll(
            queue.CommitAsync(new CustomerOrdersHandler<TEvent>(), From("List"), CancellationToken),
            queue.CommitAsync(new OrderBoardHandler<TEvent>(), From("Count"), CancellationToken));
        Assert.All(outcomes, outcome => Assert.Equal(Outcome.Done, outcome));

        EventMessage<TEvent> From(string handler) =>
            message with { Delivery = message.Delivery with { HandlerName = $"OrderViews.{handler}{typeof(TEvent).Name}" } };
    }

    /// <summary>A message whose detail the history takes from elsewhere.</summary>
    private sealed record CauseOf(IEventDetail Fact) : IEventDetail;
}
