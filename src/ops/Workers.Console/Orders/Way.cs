using System.Text.Json;
using Workers.Console.Declared;
using Workers.Contracts;
using Workers.Operations;

namespace Workers.Console.Orders;

/// <summary>A way that an event was to go.</summary>
/// <param name="Rules">The rules that put it on the queue.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Handler">The handler.</param>
internal sealed record Way(string Rules, QueueDeclaration Queue, DeclaredHandler Handler)
{
    /// <summary>Every way of an event. Where its metadata are not known, the ways that depend on them are left out.</summary>
    public static IReadOnlyList<Way> Of(StoryEvent told, DeclaredFleet declared) =>
    [
        .. Topology.Rules
            .Where(rule => told.HasMetadata || !rule.AsksForMetadata())
            .Where(rule => rule.Matches(told.Name, told.Detail ?? default(JsonElement)))
            .SelectMany(rule => rule.Targets.Select(target => (Rule: rule, Queue: declared.Queue(target))))
            .Where(way => way.Queue is not null)
            .SelectMany(way => way.Queue!.HandlersOf(way.Rule.InputTemplate is null ? told.Name : EventNames.HighValueOrder)
                .Select(handler => (way.Rule, Queue: way.Queue!, Handler: handler)))
            .GroupBy(way => way.Handler)
            .Select(way => new Way(string.Join(", ", way.Select(to => to.Rule.Name)), way.First().Queue, way.Key)),
    ];
}
