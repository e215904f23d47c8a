using LocalAws.EventBridge.ApiDestinations;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Replays;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Buses;

/// <summary>All that EventBridge holds in one region. It never changes: changes make another.</summary>
internal sealed record Region(string Name)
{
    public Catalog<EventBus> Buses { get; init; } = Catalog<EventBus>.Empty;

    public Catalog<Archive> Archives { get; init; } = Catalog<Archive>.Empty;

    public Catalog<Replay> Replays { get; init; } = Catalog<Replay>.Empty;

    public Catalog<Connection> Connections { get; init; } = Catalog<Connection>.Empty;

    public Catalog<ApiDestination> ApiDestinations { get; init; } = Catalog<ApiDestination>.Empty;

    /// <summary>The connection of an API destination; null when it was deleted.</summary>
    public Connection? ConnectionOf(ApiDestination destination) =>
        Connections.Items.FirstOrDefault(connection => connection.Arn == destination.ConnectionArn);

    /// <exception cref="Http.AwsException">There is no bus of that name.</exception>
    public EventBus Bus(string name) => Buses.Find(name) ?? throw EventBridgeErrors.NoBus(name);

    /// <summary>The rules of a bus as clients see them: its own, and those of its archives.</summary>
    /// <exception cref="Http.AwsException">There is no bus of that name.</exception>
    public Catalog<Rule> RulesOf(string bus) => Bus(bus).Rules.With(
        Archives.Items.Where(archive => archive.BusName == bus).Select(archive => ArchiveRule.Of(archive, Name)));

    /// <summary>A rule of a bus as clients see it.</summary>
    /// <exception cref="Http.AwsException">There is no such bus or rule.</exception>
    public Rule Rule(string bus, string name) => RulesOf(bus).Find(name) ?? throw EventBridgeErrors.NoRule(name, bus);

    /// <summary>A rule of a bus, to be changed.</summary>
    /// <exception cref="Http.AwsException">There is no such bus or rule, or it is an archive's.</exception>
    public Rule OwnRule(string bus, string name, bool? force = null) =>
        Rule(bus, name) is { ManagedBy: null } rule ? rule : throw EventBridgeErrors.ManagedRule(name, force);

    /// <exception cref="Http.AwsException">There is no archive of that name.</exception>
    public Archive Archive(string name) => Archives.Find(name) ?? throw EventBridgeErrors.NoArchive(name);

    public Region With(EventBus bus) => this with { Buses = Buses.With(bus) };

    public Region With(Archive archive) => this with { Archives = Archives.With(archive) };

    public Region With(Replay replay) => this with { Replays = Replays.With(replay) };

    /// <summary>The same with a rule added or replaced.</summary>
    public Region With(Rule rule)
    {
        var bus = Bus(rule.BusName);
        return With(bus with { Rules = bus.Rules.With(rule) });
    }
}
