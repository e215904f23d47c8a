using System.ComponentModel.DataAnnotations;
using Workers.Contracts.Events;

namespace Workers.Analytics.Behaviour;

/// <summary>What is made of visitors' behaviour. Bound from <c>Workers:Analytics</c>, beside the queue's own options.</summary>
public sealed class BehaviourOptions
{
    /// <summary>How long after a view or a click of its session a purchase is a conversion.</summary>
    /// <value>30 minutes. From 1 second to 30 days.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "30.00:00:00",
        ErrorMessage = "Workers:Analytics:ConversionWindow must be from 1 second to 30 days: without one nothing would convert.")]
    public TimeSpan ConversionWindow { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long a session is remembered after its latest event. What comes later begins it anew, and counts it again. DynamoDB deletes
    /// within days after that.
    /// </summary>
    /// <value>35 days: an event can wait 29 days, in two queues and at EventBridge. From 1 day to 3,650.</value>
    [Range(
        typeof(TimeSpan),
        "1.00:00:00",
        "3650.00:00:00",
        ErrorMessage = "Workers:Analytics:SessionLife must be from 1 to 3650 days: a session that is forgotten too soon counts twice.")]
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromDays(35);

    /// <summary>The house's currency, in which values are counted. A value that names none is in it.</summary>
    /// <value><c>USD</c>. Three letters.</value>
    [RegularExpression("^[A-Za-z]{3}$", ErrorMessage = "Workers:Analytics:Currency must be a currency's code, such as USD.")]
    public string Currency { get; set; } = "USD";

    /// <summary>What one unit of another currency is worth in the house's, for example <c>EUR: 1.08</c>.</summary>
    /// <value>None: a rate is of its day. Each is a number above 0, up to 1,000,000. A value in another currency is counted as unrated.</value>
    public Dictionary<string, string> Rates { get; set; } = [];

    /// <summary>From which value on, in the house's currency, a purchase is of a tier.</summary>
    /// <value>Where none is given: <c>low</c> from 0, <c>medium</c> from 50, <c>high</c> from 200. Each is a number from 0.</value>
    public Dictionary<string, string> ValueTiers { get; set; } = [];

    /// <summary>The types of events that are views.</summary>
    /// <value>Null, which stands for <c>page_view</c>, <c>view</c> and <c>product_view</c>.</value>
    public string[]? Views { get; set; }

    /// <summary>The types of events that are clicks.</summary>
    /// <value>Null, which stands for <c>click</c> and <c>add_to_cart</c>.</value>
    public string[]? Clicks { get; set; }

    /// <summary>The types of events that are purchases.</summary>
    /// <value>Null, which stands for <c>purchase</c>.</value>
    public string[]? Purchases { get; set; }

    /// <summary>The types of each step.</summary>
    internal IReadOnlyList<(BehaviourStep Step, string[] Types)> Steps =>
    [
        (BehaviourStep.View, Views ?? ["page_view", "view", "product_view"]),
        (BehaviourStep.Click, Clicks ?? ["click", "add_to_cart"]),
        (BehaviourStep.Purchase, Purchases ?? ["purchase"]),
    ];

    /// <summary>The step that a type of events is; null where it is none.</summary>
    internal BehaviourStep? StepOf(string eventType) =>
        Steps.Where(step => step.Types.Contains(eventType)).Select(step => (BehaviourStep?)step.Step).FirstOrDefault();
}
