using System.Globalization;
using System.Text.Json;
using Workers.AuditTrail;
using Workers.Contracts.Tables;
using Workers.Events;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Reading;

/// <summary>An event of the past, as the audit trail has it.</summary>
/// <param name="Name">Source and detail-type.</param>
/// <param name="EventId">Its idempotency key.</param>
/// <param name="Time">When it happened: the envelope's time.</param>
/// <param name="Entity">What it is about, for example <c>order#ORD-1</c>.</param>
/// <param name="Detail">Its detail as it stood.</param>
internal sealed record RecordedEvent(EventName Name, string EventId, DateTimeOffset Time, string Entity, string Detail)
{
    /// <summary>The order that it is about; null where it is about none, or one whose id the trail has only as a digest.</summary>
    public string? OrderId => Entity.Split('#', 2) is [AuditEntity.Order, var id] && !id.StartsWith('~') ? id : null;

    /// <summary>The envelope that a queue got of it. Its id, which the trail does not keep, is the event's.</summary>
    public string Body => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"version":"0","id":"{{JsonEncodedText.Encode(EventId)}}","detail-type":"{{JsonEncodedText.Encode(Name.DetailType)}}",
        "source":"{{JsonEncodedText.Encode(Name.Source)}}","time":"{{Time.UtcDateTime:O}}","detail":{{Detail}}}
        """);

    /// <summary>Reads a row; null for one that somebody altered so that it cannot be read: <c>audit verify</c> tells of it.</summary>
    public static RecordedEvent? Of(Row row) =>
        Text(row, AuditColumns.Source) is { } source
        && Text(row, AuditColumns.Type) is { } type
        && Text(row, AuditColumns.EventId) is { } eventId
        && DateTimeOffset.TryParse(Text(row, AuditColumns.OccurredAt), CultureInfo.InvariantCulture, out var time)
        && AuditDetail.Read(row) is { } detail
            ? new(new(source, type), eventId, time, row[AuditColumns.Entity].S, detail)
            : null;

    private static string? Text(Row row, string name) => row.GetValueOrDefault(name)?.S;
}
