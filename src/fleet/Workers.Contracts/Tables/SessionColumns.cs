namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>sessions</c> table, which the analytics worker writes: a visitor's sessions, and one row of the visitor.</summary>
public static class SessionColumns
{
    /// <summary>The partition key: a visitor, as text.</summary>
    public const string Visitor = "visitor";

    /// <summary>The sort key, as text: a session, or <see cref="OfVisitor"/> for the visitor's own row.</summary>
    public const string Session = "session";

    /// <summary>The sort key of the visitor's own row; no session has such an id.</summary>
    public const string OfVisitor = "#";

    /// <summary>On the visitor's row: how many sessions have begun; a number.</summary>
    public const string Sessions = "sessions";

    /// <summary>The how-manieth session of the visitor it is; a number.</summary>
    public const string Number = "number";

    /// <summary>How many events of it were heard; a number that grows with every change of the row.</summary>
    public const string Events = "events";

    /// <summary>The time of the first event that was heard, as text; it counts in that day.</summary>
    public const string BeganAt = "beganAt";

    /// <summary>The time of its earliest event, as text.</summary>
    public const string FirstAt = "firstAt";

    /// <summary>The time of its latest event, as text.</summary>
    public const string LastAt = "lastAt";

    /// <summary>The steps of the funnel that it has reached, as text; commas between.</summary>
    public const string Reached = "reached";

    /// <summary>The list of the spans of time in which it viewed and clicked, each a map of the two columns below.</summary>
    public const string Interest = "interest";

    /// <summary>The time of the first view or click of a span, as text.</summary>
    public const string SpanFrom = "from";

    /// <summary>The time of the last view or click of a span, as text.</summary>
    public const string SpanTo = "to";

    /// <summary>The list of purchases before which no view or click was heard of, each a map of the columns below.</summary>
    public const string Waiting = "waiting";

    /// <summary>The event id of a purchase, as text.</summary>
    public const string PurchaseEventId = "eventId";

    /// <summary>The time of a purchase, as text.</summary>
    public const string PurchasedAt = "at";

    /// <summary>What a purchase was worth, as a number; absent where nobody said so.</summary>
    public const string OrderValue = "orderValue";

    /// <summary>The currency of that, as text; absent where nobody said so.</summary>
    public const string Currency = "currency";

    /// <summary>When a session's row expires, in epoch seconds.</summary>
    public const string ExpiresAt = "expiresAt";
}
