using System.Globalization;
using System.Text.Json;
using Workers.AuditTrail;
using Workers.Events;
using Columns = Workers.Contracts.Tables.AuditColumns;
using HistoryColumns = Workers.Contracts.Tables.OrderEventColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Orders;

/// <summary>An event of a story, as the audit trail or, where that lags, the order's history has it.</summary>
/// <param name="EventId">Its id.</param>
/// <param name="Name">Source and detail-type.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="CausationId">The event that caused it; null where none did.</param>
/// <param name="CorrelationId">The chain that it belongs to.</param>
/// <param name="Detail">What it says; null where that is no JSON.</param>
public sealed record StoryEvent(
    string EventId, EventName Name, DateTimeOffset OccurredAt, string? CausationId, string? CorrelationId, JsonElement? Detail)
{
    /// <summary>Whether its metadata are known: the trail keeps them in the detail, the order's history does not keep them.</summary>
    public bool HasMetadata { get; init; } = true;

    /// <summary>The token of the task that waits for it; null where none does.</summary>
    public string? TaskToken => Detail is { ValueKind: JsonValueKind.Object } detail
        && detail.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("taskToken", out var token)
        && token.ValueKind == JsonValueKind.String
            ? token.GetString()
            : null;

    public static StoryEvent OfAudit(Row row) => new(
        Text(row, Columns.EventId) ?? "",
        new(Text(row, Columns.Source) ?? "", Text(row, Columns.Type) ?? ""),
        Time(Text(row, Columns.OccurredAt)),
        Text(row, Columns.CausationId),
        Text(row, Columns.CorrelationId),
        Json(AuditDetail.Read(row)));

    public static StoryEvent OfHistory(Row row) => new(
        Text(row, HistoryColumns.EventId) ?? "",
        new(Text(row, HistoryColumns.Source) ?? "", Text(row, HistoryColumns.Type) ?? ""),
        Time(Text(row, HistoryColumns.OccurredAt)),
        Text(row, HistoryColumns.CausationId),
        Text(row, HistoryColumns.CorrelationId),
        Json(Text(row, HistoryColumns.Detail)))
    {
        HasMetadata = false,
    };

    private static string? Text(Row row, string name) => row.GetValueOrDefault(name)?.S;

    private static DateTimeOffset Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch;

    private static JsonElement? Json(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using var document = AuditDetail.Parse(text);
        return document?.RootElement.Clone();
    }
}
