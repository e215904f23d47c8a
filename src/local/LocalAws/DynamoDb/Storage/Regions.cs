using System.Collections.Concurrent;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Everything that DynamoDB holds here, by region.</summary>
internal sealed class Regions(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Region> _regions = new();

    /// <summary>The region that a request is signed for.</summary>
    public Region Of(AwsRequest request) =>
        _regions.GetOrAdd(request.Region, static (name, time) => new Region(name, time), time);

    public void Clear() => _regions.Clear();
}
