namespace Workers.Events.Publishing;

/// <summary>An event that was not seen to be taken, and why.</summary>
internal sealed record RefusedEntry(OutgoingEvent Event, string ErrorCode)
{
    /// <summary>The code of an entry about which the answer says nothing.</summary>
    public const string NoResult = nameof(NoResult);

    /// <summary>Whether trying again is hopeless. A code that is not known may pass: tries are bounded.</summary>
    public bool IsForGood => AwsFailures.OfEntry(ErrorCode) is AwsFailure.Refused;

    public static RefusedEntry By(Exception failure, OutgoingEvent outgoing) => new(outgoing, failure.GetType().Name);
}
