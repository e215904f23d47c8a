using Workers.Contracts.Events;

namespace Workers.Contracts.Tables;

/// <summary>
/// What analytics counts of visitors, in a day's bucket of its own. What is told of a session counts in the day in which the session began,
/// so that no day has more conversions of sessions than sessions; what is told of an event counts in the event's.
/// </summary>
public static class BehaviourMetric
{
    /// <summary>What stands before a type in the count of its events, for example <c>type/page_view</c>.</summary>
    public const string TypePrefix = "type/";

    /// <summary>Sessions that began.</summary>
    public const string Sessions = "sessions";

    /// <summary>What stands before a step in the count of sessions that reached it, for example <c>reached/View</c>.</summary>
    public const string ReachedPrefix = "reached/";

    /// <summary>Sessions with a conversion.</summary>
    public const string ConvertedSessions = "converted-sessions";

    /// <summary>Purchases.</summary>
    public const string Purchases = "purchases";

    /// <summary>What stands before the house's currency in the count of purchases with a value in it; the value is the sum.</summary>
    public const string PurchaseValuePrefix = "purchase-value/";

    /// <summary>Purchases that are conversions.</summary>
    public const string Conversions = "conversions";

    /// <summary>What stands before the house's currency in the count of conversions with a value in it; the value is the sum.</summary>
    public const string ConversionValuePrefix = "conversion-value/";

    /// <summary>What stands before a currency without a rate in the count of purchases in it.</summary>
    public const string UnratedPrefix = "unrated/";

    /// <summary>Events of one type.</summary>
    public static string Type(string eventType) => TypePrefix + eventType;

    /// <summary>Sessions that reached a step.</summary>
    public static string Reached(BehaviourStep step) => ReachedPrefix + step;
}
