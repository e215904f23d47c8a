using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Torture.Providers;

/// <summary>What a provider has done under one key, and answers for good.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Kind">What it was.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Amount">How much money moved.</param>
internal sealed record ProviderEntry(string Key, ProviderKind Kind, string OrderId, decimal Amount)
{
    /// <summary>What the caller is told, each time.</summary>
    public JsonObject Answer() => Kind switch
    {
        ProviderKind.Charge => new() { ["status"] = "charged", ["reference"] = $"charge of {OrderId}" },
        ProviderKind.Decline => new() { ["status"] = "declined", ["code"] = "insufficient_funds", ["reason"] = "The card has no money." },
        ProviderKind.Refund => new() { ["status"] = "refunded", ["reference"] = $"refund of {OrderId}" },
        ProviderKind.Shipment => new() { ["status"] = "created", ["carrier"] = "Swift", ["trackingNumber"] = $"T-{OrderId}" },
        _ => new() { ["status"] = "refused", ["reason"] = "There is no such street." },
    };

    /// <summary>The lines of a ledger's file. A torn last line was never answered, so it does not count.</summary>
    public static IEnumerable<ProviderEntry> Read(string path) => File.Exists(path)
        ? File.ReadAllText(path).Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<ProviderEntry>(line)!)
        : [];
}

/// <summary>What providers do.</summary>
internal enum ProviderKind
{
    Charge,
    Decline,
    Refund,
    Shipment,
    Refusal,
}
