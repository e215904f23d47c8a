using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Storage;

/// <summary>
/// Which items have expired. DynamoDB deletes them some time after the time in their attribute, and until then serves
/// them like any other; here they are gone, for reads, writes and conditions alike, exactly one minute after it.
/// </summary>
internal static class TimeToLive
{
    /// <summary>How long an expired item is still there.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    /// <summary>What expired longer ago than this is not deleted, so that a wrong unit does no harm.</summary>
    private const int MaxAgeInYears = 5;

    public static bool IsGone(AttributeMap item, string attribute, DateTimeOffset now) =>
        item[attribute] is { Type: AttributeType.N } value
        && value.Number.ToInt64() is { } expiry
        && expiry <= (now - Delay).ToUnixTimeSeconds()
        && expiry > now.AddYears(-MaxAgeInYears).ToUnixTimeSeconds();
}
