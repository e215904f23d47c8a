using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Attributes = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;
using Columns = Workers.Contracts.Tables.AuditColumns;

namespace Workers.Producer.Audit;

/// <summary>Reads the <c>audit</c> table, which the audit worker adds to.</summary>
internal sealed class AuditStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, TimeProvider time)
{
    private const string Rows = "this entity's events";
    private const int AtOnce = 25;   // rows of at most 400 KB: less than the 16 MB of an answer
    private const int MostTries = 5;

    // One event can have a megabyte: a page ends where its details get long.
    private const int LongestPage = 4_000_000;

    /// <summary>A part of what is on record about an entity, oldest first.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="range">The part of its rows.</param>
    /// <param name="limit">Events, at most.</param>
    /// <param name="next">The last page's <see cref="AuditPage.Next"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<AuditPage> ListAsync(string entity, AuditRange range, int limit, string? next, CancellationToken cancellationToken)
    {
        var rest = string.IsNullOrEmpty(next) ? range : range.After(PageToken.Read(entity, next, Rows));
        if (rest.IsEmpty)
        {
            return new(entity, [], Next: null);
        }

        var response = await dynamoDb.QueryAsync(Query(entity, rest, limit), cancellationToken);
        var (entries, length) = (new List<AuditPage.Entry>(), 0);
        foreach (var rows in (response.Items ?? []).Chunk(AtOnce))
        {
            var held = await ReadHeldAsync([.. rows.Where(RowCheck.IsReference)], cancellationToken);
            foreach (var row in rows)
            {
                // Where the row that holds the event is gone, its time has come, or `audit verify` tells of it.
                if ((RowCheck.IsReference(row) ? held.GetValueOrDefault(HolderOf(row)) : row) is { } holder && !HasExpired(holder))
                {
                    var detail = AuditDetail.Read(holder);
                    length += detail?.Length ?? 0;
                    entries.Add(Read(holder, detail));
                }

                if (length > LongestPage)
                {
                    return new(entity, entries, PageToken.Of(entity, row[Columns.At].S));
                }
            }
        }

        return new(entity, entries, response.LastEvaluatedKey is { Count: > 0 } last ? PageToken.Of(entity, last[Columns.At].S) : null);
    }

    private QueryRequest Query(string entity, AuditRange range, int limit)
    {
        var request = new QueryRequest
        {
            TableName = naming.Value.NameOf(Topology.AuditTable),
            KeyConditionExpression = (range.From, range.To) switch
            {
                (not null, not null) => "#entity = :entity AND #at BETWEEN :from AND :to",   // no key is a mere time: none is :to
                (not null, null) => "#entity = :entity AND #at >= :from",
                (null, not null) => "#entity = :entity AND #at < :to",
                _ => "#entity = :entity",
            },
            ExpressionAttributeNames = new() { ["#entity"] = Columns.Entity },
            ExpressionAttributeValues = new() { [":entity"] = new() { S = entity } },
            Limit = limit,
            ConsistentRead = true,
        };
        foreach (var (name, bound) in (ReadOnlySpan<(string, string?)>)[(":from", range.From), (":to", range.To)])
        {
            if (bound is not null)
            {
                request.ExpressionAttributeNames["#at"] = Columns.At;
                request.ExpressionAttributeValues[name] = new() { S = bound };
            }
        }

        return request;
    }

    /// <summary>The rows that references point to, by their entity and sort key.</summary>
    private async Task<IReadOnlyDictionary<(string Entity, string At), Attributes>> ReadHeldAsync(
        IReadOnlyList<Attributes> references, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string, string), Attributes>();
        var table = naming.Value.NameOf(Topology.AuditTable);
        var unread = new KeysAndAttributes { ConsistentRead = true, Keys = [.. references.Select(HolderOf).Where(IsKey).Select(KeyOf)] };
        for (var attempt = 1; unread is { Keys.Count: > 0 }; attempt++)
        {
            if (attempt > MostTries)
            {
                throw new ProblemException(
                    StatusCodes.Status503ServiceUnavailable, "The record cannot be read now.", "Try again in a moment.");
            }

            var request = new BatchGetItemRequest { RequestItems = new() { [table] = unread } };
            var response = await dynamoDb.BatchGetItemAsync(request, cancellationToken);
            foreach (var row in response.Responses?.GetValueOrDefault(table) ?? [])
            {
                found[(row[Columns.Entity].S, row[Columns.At].S)] = row;
            }

            unread = response.UnprocessedKeys?.GetValueOrDefault(table);
        }

        return found;
    }

    private static (string Entity, string At) HolderOf(Attributes reference) =>
        (reference.GetValueOrDefault(Columns.HeldBy)?.S ?? "", reference[Columns.At].S);

    // What somebody wrote into a reference need be no key that DynamoDB takes.
    private static bool IsKey((string Entity, string At) key) => Encoding.UTF8.GetByteCount(key.Entity) is > 0 and <= 2048;

    private static Attributes KeyOf((string Entity, string At) key) =>
        new() { [Columns.Entity] = new() { S = key.Entity }, [Columns.At] = new() { S = key.At } };

    private bool HasExpired(Attributes row) => new Row(row).Number(Columns.ExpiresAt) <= time.GetUtcNow().ToUnixTimeSeconds();

    private static AuditPage.Entry Read(Attributes attributes, string? detail)
    {
        var row = new Row(attributes);
        return new(
            row.Text(Columns.EventId)!,
            row.Text(Columns.Source)!,
            row.Text(Columns.Type)!,
            row.Text(Columns.OccurredAt)!,
            row.Text(Columns.RecordedAt)!,
            row.Text(Columns.CorrelationId)!,
            row.Text(Columns.CausationId),
            row.Number(Columns.LeftOut) is >= 0 and <= int.MaxValue and var leftOut ? (int)leftOut : null,
            JsonOf(detail));
    }

    private static JsonElement JsonOf(string? detail)
    {
        using var document = AuditDetail.Parse(detail ?? "null");
        return document?.RootElement.Clone() ?? JsonSerializer.SerializeToElement(detail);
    }
}
