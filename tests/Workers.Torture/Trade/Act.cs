namespace Workers.Torture.Trade;

/// <summary>Something that a visitor did.</summary>
/// <param name="Type">What.</param>
/// <param name="UserId">Who.</param>
/// <param name="SessionId">In which session of theirs.</param>
/// <param name="At">When.</param>
/// <param name="OrderValue">What it was worth; null for what is no purchase.</param>
/// <param name="Currency">In which currency.</param>
internal sealed record Act(string Type, string UserId, string SessionId, DateTimeOffset At, decimal? OrderValue = null, string? Currency = null)
{
    public const string View = "page_view";
    public const string Click = "click";
    public const string Purchase = "purchase";
    public const string Other = "signup";

    /// <summary>What a unit of a currency is worth; the third that is used has no rate.</summary>
    public static IReadOnlyDictionary<string, decimal> Rates { get; } = new Dictionary<string, decimal> { ["USD"] = 1, ["EUR"] = 1.1m };

    /// <summary>What it was worth in the house's currency; null without a rate.</summary>
    public decimal? Value => Rates.TryGetValue(Currency ?? "", out var rate) ? decimal.Round(OrderValue!.Value * rate, 2) : null;
}
