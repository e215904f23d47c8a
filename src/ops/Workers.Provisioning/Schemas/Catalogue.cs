using System.Globalization;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Provisioning.Schemas;

/// <summary>Who says what to whom, out of the catalog of events and the topology.</summary>
internal static class Catalogue
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    /// <summary>Whether an event travels over the bus: a rule matches it by its name, or a worker emits it.</summary>
    public static bool IsOnTheBus(EventName name) =>
        Topology.Rules.Any(rule => rule.Pattern.Events.Count > 0 && rule.MayMatch(name))
        || Topology.Deployables.Any(deployable => deployable.Emits.Contains(name));

    /// <summary>The rules that match an event under a name; a rule for everything is one of them.</summary>
    public static IEnumerable<RuleDefinition> RulesOf(EventName name) =>
        IsOnTheBus(name) ? Topology.Rules.Where(rule => rule.MayMatch(name)) : [];

    /// <summary>The queues that an event comes to, under whichever name.</summary>
    public static IEnumerable<string> QueuesOf(EventShape shape) =>
        NamesOf(shape).SelectMany(RulesOf).SelectMany(rule => rule.Targets).Distinct();

    /// <summary>The deployables that may put an event on the bus.</summary>
    public static IEnumerable<Deployable> PublishersOf(EventName name) =>
        Topology.Deployables.Where(deployable => Topology.MayPut(deployable).Contains(name));

    /// <summary>Whether a deployable says the event by itself, and not because a caller says it.</summary>
    public static bool States(this Deployable deployable, EventName name) => deployable.Emits.Contains(name);

    /// <summary>The program that empties a queue; null for one that nobody does.</summary>
    public static Deployable? ConsumerOf(string queue) =>
        Topology.Deployables.FirstOrDefault(deployable => deployable.Consumptions.Any(consumption => consumption.Queue.Name == queue));

    /// <summary>The names under which an event arrives, its own first: other spellings, and shapes that an upcaster reads.</summary>
    public static IEnumerable<EventName> NamesOf(EventShape shape) => Registry.Routes
        .Where(route => route.Value.Values.Any(way => way.Shape.Name == shape.Name))
        .Select(route => route.Key)
        .OrderBy(name => name == shape.Name ? 0 : 1)
        .ThenBy(name => $"{name}", StringComparer.Ordinal);

    /// <summary>The event that is read under a name; null where the name is not understood.</summary>
    public static EventShape? EventOf(EventName name) =>
        Registry.Routes.TryGetValue(name, out var ways) || Registry.Routes.TryGetValue(name with { Source = EventName.AnySource }, out ways)
            ? ways.MaxBy(way => way.Key).Value.Shape
            : null;

    /// <summary>The versions that are read, for people.</summary>
    public static string ReadVersionsOf(EventShape shape) => string.Join(
        ", ", Registry.Routes[shape.Name].Keys.Order().Select(major => string.Create(CultureInfo.InvariantCulture, $"{major}.x")));

    /// <summary>The JSON of an event's fullest example, as specs freeze it.</summary>
    /// <exception cref="ProvisioningException">There is no example.</exception>
    public static string ExampleOf(EventShape shape)
    {
        var example = Examples.All.FirstOrDefault(example => example.Full.GetType() == shape.Json.Type).Full
            ?? throw new ProvisioningException($"{shape.Name} has no example: give it one in {nameof(Examples)}.");
        return Registry.Compose(example, Examples.Metadata, DateTimeOffset.UnixEpoch).Detail;
    }
}
