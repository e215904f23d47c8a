using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;
using Columns = Workers.Contracts.Tables.HttpRequestColumns;

namespace Workers.Producer.Idempotency;

/// <summary>
/// The <c>http-requests</c> table. A key belongs to the body that came with it first. One request has its lease at a time; a request
/// that ended without a yes, or whose lease is over, may be made again and is then the same event, its time included.
/// </summary>
internal sealed partial class KeyedRequests(
    IAmazonDynamoDB dynamoDb,
    IOptions<ResourceNaming> naming,
    IOptions<IdempotencyOptions> options,
    IOptions<RequestLimitOptions> limits,
    TimeProvider time,
    ILogger<KeyedRequests> logger)
{
    private const string UnderWay = "UnderWay";
    private const string Completed = "Completed";
    private const string Forgotten = "Forgotten";

    // A request is over by its deadline; this covers what it still writes then.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(2);

    /// <summary>Takes the lease of a key's request, or finds that the request has been completed.</summary>
    /// <exception cref="ProblemException">The key came with another body before (422), or its request is under way (409).</exception>
    public async Task<KeyedRequest> BeginAsync(RequestIdentity identity, CancellationToken cancellationToken)
    {
        var owner = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        try
        {
            var begun = await dynamoDb.UpdateItemAsync(Begin(identity, owner), cancellationToken);
            return Read(identity, owner, begun.Attributes);
        }
        catch (ConditionalCheckFailedException refused)
        {
            return Read(identity, owner, Existing(identity, owner, refused.Item));
        }
    }

    /// <summary>
    /// Notes that the event was taken: from now on the key's answer is known. A failure is only logged, for a repeat publishes the same
    /// event.
    /// </summary>
    public Task CompleteAsync(KeyedRequest request) => WriteAsync(new()
    {
        Key = KeyOf(request.Identity),
        TableName = Table,
        UpdateExpression = "SET #state = :completed",
        ExpressionAttributeNames = new() { ["#state"] = Columns.State },
        ExpressionAttributeValues = new() { [":completed"] = new() { S = Completed } },
    });

    /// <summary>Gives the lease back, so that the request may be repeated at once. A failure is only logged, for the lease ends by itself.</summary>
    public Task ReleaseAsync(KeyedRequest request) => WriteAsync(new()
    {
        Key = KeyOf(request.Identity),
        TableName = Table,
        UpdateExpression = "SET #lease = :none",
        ConditionExpression = "#owner = :owner",
        ExpressionAttributeNames = new() { ["#lease"] = Columns.LeaseUntil, ["#owner"] = Columns.Owner },
        ExpressionAttributeValues = new() { [":none"] = new() { N = "0" }, [":owner"] = new() { S = request.Owner } },
    });

    /// <summary>Gives the key up, which may then come with another body: nothing was published under it. A failure is only logged.</summary>
    public Task ForgetAsync(KeyedRequest request) => WriteAsync(new()
    {
        Key = KeyOf(request.Identity),
        TableName = Table,
        UpdateExpression = "SET #state = :forgotten",
        ConditionExpression = "#owner = :owner",
        ExpressionAttributeNames = new() { ["#state"] = Columns.State, ["#owner"] = Columns.Owner },
        ExpressionAttributeValues = new() { [":forgotten"] = new() { S = Forgotten }, [":owner"] = new() { S = request.Owner } },
    });

    private string Table => naming.Value.NameOf(Topology.HttpRequestsTable);

    private UpdateItemRequest Begin(RequestIdentity identity, string owner)
    {
        var now = time.GetUtcNow();
        var request = new UpdateItemRequest
        {
            TableName = Table,
            Key = KeyOf(identity),
            ConditionExpression = "attribute_not_exists(#request) OR #state = :forgotten "
                + "OR (#fingerprint = :fingerprint AND #state = :underWay AND #lease < :now)",
            UpdateExpression = "SET #fingerprint = :fingerprint, #state = :underWay, #lease = :lease, #owner = :owner, #expires = :expires, "
                + "#received = if_not_exists(#received, :received), #trace = if_not_exists(#trace, :trace)",
            ExpressionAttributeNames = new()
            {
                ["#request"] = Columns.Request,
                ["#fingerprint"] = Columns.Fingerprint,
                ["#state"] = Columns.State,
                ["#lease"] = Columns.LeaseUntil,
                ["#owner"] = Columns.Owner,
                ["#received"] = Columns.ReceivedAt,
                ["#trace"] = Columns.TraceParent,
                ["#expires"] = Columns.ExpiresAt,
            },
            ExpressionAttributeValues = new()
            {
                [":fingerprint"] = new() { S = identity.Fingerprint },
                [":underWay"] = new() { S = UnderWay },
                [":forgotten"] = new() { S = Forgotten },
                [":now"] = Number(now.ToUnixTimeMilliseconds()),
                [":lease"] = Number((now + limits.Value.RequestTimeout + LeaseMargin).ToUnixTimeMilliseconds()),
                [":owner"] = new() { S = owner },
                [":expires"] = Number((now + options.Value.IdempotencyKeyLife).ToUnixTimeSeconds()),
                [":received"] = new() { S = identity.ReceivedAt.ToString("O", CultureInfo.InvariantCulture) },
                [":trace"] = new() { S = identity.TraceParent ?? "" },
            },
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        return request;
    }

    private static Dictionary<string, AttributeValue> Existing(RequestIdentity identity, string owner, Dictionary<string, AttributeValue> row)
    {
        if (row[Columns.Fingerprint].S != identity.Fingerprint)
        {
            throw new ProblemException(
                StatusCodes.Status422UnprocessableEntity,
                "The Idempotency-Key came with another request before.",
                "Nothing was published. Give each request a key of its own, and repeat a key only with the body that it came with.");
        }

        // The owner is ours where DynamoDB took the write and its answer was lost.
        if (row[Columns.State].S == Completed || row[Columns.Owner].S == owner)
        {
            return row;
        }

        throw new ProblemException(
            StatusCodes.Status409Conflict,
            "The request of this Idempotency-Key is under way.",
            "Nothing more was published. Repeat the request later: its answer is the first one's.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),   // most are over in milliseconds
        };
    }

    private static KeyedRequest Read(RequestIdentity identity, string owner, Dictionary<string, AttributeValue> row) => new(
        identity with
        {
            ReceivedAt = DateTimeOffset.Parse(row[Columns.ReceivedAt].S, CultureInfo.InvariantCulture),
            TraceParent = row[Columns.TraceParent].S is { Length: > 0 } trace ? trace : null,
        },
        owner,
        row[Columns.State].S == Completed);

    // The request's own time may be over, and its caller gone.
    private async Task WriteAsync(UpdateItemRequest request)
    {
        using var limit = new CancellationTokenSource(LastWrite, time);
        try
        {
            await dynamoDb.UpdateItemAsync(request, limit.Token);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another try has the lease.
        }
        catch (Exception exception) when (exception is OperationCanceledException || AwsFailures.Of(exception, limit.Token) is not null)
        {
            LogNotNoted(exception);
        }
    }

    private static Dictionary<string, AttributeValue> KeyOf(RequestIdentity identity) =>
        new() { [Columns.Request] = new() { S = identity.Record } };

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The end of a request with an Idempotency-Key was not noted: a repeat is under way until its lease is over")]
    private partial void LogNotNoted(Exception exception);
}

/// <summary>A request under a key.</summary>
/// <param name="Identity">Its ids, and the time and trace of the first request with this key.</param>
/// <param name="Owner">Which try has the lease.</param>
/// <param name="IsCompleted">Whether its event was taken before.</param>
internal sealed record KeyedRequest(RequestIdentity Identity, string Owner, bool IsCompleted);
