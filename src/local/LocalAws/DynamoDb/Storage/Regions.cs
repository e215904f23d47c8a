using System.Collections.Concurrent;
using LocalAws.DynamoDb.Data;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Storage;

/// <summary>Everything that DynamoDB holds here, by region.</summary>
internal sealed class Regions(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Region> _regions = new();

    /// <summary>The region that a request is signed for.</summary>
    public Region Of(AwsRequest request) =>
        _regions.GetOrAdd(request.Region, static (name, time) => new Region(name, time), time);

    /// <summary>The regions that anything was asked of.</summary>
    public IEnumerable<Region> All => _regions.Values;

    /// <summary>Puts saved regions back.</summary>
    public void Restore(DynamoDbState saved)
    {
        foreach (var region in saved.Regions)
        {
            _regions[region.Name] = new Region(region.Name, time);
            _regions[region.Name].Restore(region);
        }
    }

    public void Clear() => _regions.Clear();
}
