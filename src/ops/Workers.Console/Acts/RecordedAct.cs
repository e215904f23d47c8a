using System.Text.Json;
using Workers.Console.Orders;

namespace Workers.Console.Acts;

/// <summary>Something that an operator did.</summary>
public sealed record RecordedAct(DateTimeOffset At, string What, string Subject, string By, string Reason)
{
    /// <summary>Reads the event that tells of it.</summary>
    internal static RecordedAct Of(StoryEvent told) =>
        new(told.OccurredAt, told.Name.DetailType, Text(told, "subject"), Text(told, "by"), Text(told, "reason"));

    private static string Text(StoryEvent told, string name) =>
        told.Detail is { ValueKind: JsonValueKind.Object } detail && detail.TryGetProperty(name, out var member) ? member.ToString() : "";
}
