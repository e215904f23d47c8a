using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Events;

namespace Workers.Contracts;

/// <summary>
/// The map of bus, rules, queues, tables and the programs between them: the one place where their names stand. All names are
/// unprefixed; whoever talks to AWS applies the prefix. Each deployable has a file of its own, <c>Topology.Inventory.cs</c> and so on,
/// with the queues and tables that are its own, and the rules that were made for it or for what it says.
/// </summary>
public static partial class Topology
{
    /// <summary>The bus that every event travels over.</summary>
    public const string Bus = "ecommerce-events";

    /// <summary>The archive of the bus.</summary>
    public const string ArchiveName = "ecommerce-archive";

    /// <summary>What EventBridge could not deliver to a target.</summary>
    public const string UndeliveredDlq = "undelivered-dlq";

    /// <summary>The markers and claims by which an effect happens once.</summary>
    public const string IdempotencyTable = "event-idempotency";

    /// <summary>What each running instance tells of itself, and what is asked of each queue.</summary>
    public const string FleetTable = "fleet";

    /// <summary>The fleet's deployables, in the order in which they are rendered. A new one has its line here.</summary>
    private static readonly TopologyPart[] Parts =
    [
        Orders(),
        Inventory(),
        Payments(),
        Shipping(),
        Notification(),
        Analytics(),
        Audit(),
        Customers(),
        Support(),
        Workflow(),
        Producer(),
    ];

    /// <summary>The bus's tags; an environment of its own overrides them when it is applied.</summary>
    public static IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>
    {
        ["Environment"] = "development",
        ["Project"] = "ecommerce",
        ["Owner"] = "workers",
    };

    /// <summary>The archive of every event.</summary>
    public static ArchiveDefinition Archive { get; } = new(ArchiveName, TimeSpan.FromDays(365));

    /// <summary>How EventBridge delivers to every target.</summary>
    public static DeliveryPolicy Delivery { get; } = new(TimeSpan.FromHours(24), 185, UndeliveredDlq);

    /// <summary>Every program of the fleet. What is the same for each of them is rendered from here by <c>Workers.Cli export</c>.</summary>
    public static IReadOnlyList<Deployable> Deployables { get; } = [.. Parts.Select(part => Beating(part.Deployable))];

    /// <summary>The sections under <c>Workers:</c> that some host of the fleet reads; what all hosts read stands directly under it.</summary>
    public static IReadOnlyCollection<string> SettingsSections =>
        [.. Deployables.Select(deployable => deployable.CodeName), .. Consumptions.Select(consumption => consumption.Name), "Effects", "Beat", "Console"];

    /// <summary>The deployables that consume a queue.</summary>
    public static IEnumerable<Deployable> Workers => Deployables.Where(deployable => deployable.Consumes is not null);

    /// <summary>Every queue that a worker empties, with what that takes.</summary>
    public static IEnumerable<Consumption> Consumptions => Deployables.SelectMany(deployable => deployable.Consumptions);

    /// <summary>
    /// What a deployable may put on the bus: what it emits, or, for one that puts what others say, all that a rule matches and no worker
    /// emits. What a rule matches from any source, it puts there as the API gateway's. The state machine's requests and AWS's own events are
    /// nobody's.
    /// </summary>
    public static IEnumerable<EventName> MayPut(Deployable deployable)
    {
        ArgumentNullException.ThrowIfNull(deployable);
        if (!deployable.BusActions.Contains("PutEvents"))
        {
            return [];
        }

        var emitted = Deployables.SelectMany(other => other.Emits);
        return deployable.Emits.Count > 0
            ? deployable.Emits
            : Rules.SelectMany(rule => rule.Pattern.Events).Select(EventSources.OrApiGateway).Distinct().Except([.. emitted, .. WorkflowRequests, EventNames.ExecutionStatusChanged]);
    }

    /// <summary>What empties a queue.</summary>
    /// <exception cref="InvalidOperationException">No worker does.</exception>
    public static Consumption ConsumptionOf(string queue) =>
        Consumptions.FirstOrDefault(consumes => consumes.Queue.Name == queue)
        ?? throw new InvalidOperationException($"No deployable of Topology.Deployables consumes {queue}.");

    /// <summary>Every queue, dead-letter queues first: the others point to them.</summary>
    public static IReadOnlyList<QueueDefinition> Queues { get; } =
    [
        .. WorkerQueues().Select(queue => DeadLetterQueue(queue.Redrive!.DeadLetterQueue)),
        DeadLetterQueue(UndeliveredDlq),
        .. WorkerQueues(),
    ];

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<RuleDefinition> Rules { get; } = [.. Parts.SelectMany(part => part.Rules)];

    /// <summary>Every table.</summary>
    public static IReadOnlyList<TableDefinition> Tables { get; } =
    [
        new(IdempotencyTable, IdempotencyColumns.Marker) { TimeToLiveAttribute = IdempotencyColumns.ExpiresAt },
        new(FleetTable, FleetColumns.Part) { SortKey = FleetColumns.Name, TimeToLiveAttribute = FleetColumns.ExpiresAt },
        .. Parts.SelectMany(part => part.Tables),
    ];

    /// <summary>As long as SQS can: a worker that is broken over two weekends loses nothing. Markers live longer than both queues' together.</summary>
    private static TimeSpan LongestRetention => TimeSpan.FromDays(14);

    /// <summary>Every worker tells how it does.</summary>
    private static Deployable Beating(Deployable deployable) => deployable.Consumes is null
        ? deployable
        : deployable with { Tables = [.. deployable.Tables, new(FleetTable, "DeleteItem", "GetItem", "UpdateItem")] };

    private static IEnumerable<QueueDefinition> WorkerQueues() => Consumptions.Select(consumption => consumption.Queue);

    private static QueueDefinition DeadLetterQueue(string name) => new(name, LongestRetention);

    private static QueueDefinition WorkerQueue(string name, string dlq, int visibilitySeconds) =>
        new(name, LongestRetention)
        {
            VisibilityTimeout = TimeSpan.FromSeconds(visibilitySeconds),
            ReceiveWait = TimeSpan.FromSeconds(20),
            Redrive = new(dlq, MaxReceiveCount: 100),
        };
}
