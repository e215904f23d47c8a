using System.ComponentModel.DataAnnotations;

namespace Workers.Support;

/// <summary>
/// What customers are promised, by priority. Bound from <c>Workers:Support:Sla:low</c>, <c>normal</c>, <c>high</c> and <c>urgent</c>. Both
/// times count from when the ticket was opened; a ticket keeps those that stood when it came.
/// </summary>
public sealed class SlaOptions
{
    /// <summary>How long until somebody answers; at most as long as <see cref="Resolution"/>.</summary>
    /// <value>24 hours for low, 4 hours for normal, 1 hour for high, 15 minutes for urgent. From 1 second to 30 days.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "30.00:00:00",
        ErrorMessage = "A FirstAnswer of Workers:Support:Sla must be from 1 second to 30 days: with less every ticket would be overdue.")]
    public TimeSpan FirstAnswer { get; set; }

    /// <summary>How long until the matter is settled.</summary>
    /// <value>72 hours for low, 24 hours for normal, 8 hours for high, 4 hours for urgent. From 1 second to 30 days.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "30.00:00:00",
        ErrorMessage = "A Resolution of Workers:Support:Sla must be from 1 second to 30 days: with less every ticket would be overdue.")]
    public TimeSpan Resolution { get; set; }
}
