namespace Workers.Engine.Queues;

/// <summary>How long a message is to stay invisible from now on.</summary>
internal sealed record VisibilityChange(ReceivedMessage Message, TimeSpan Visibility)
{
    /// <summary>SQS counts in whole seconds; part of one is rounded up, so that no wait becomes none.</summary>
    public int Seconds => (int)Math.Ceiling(Visibility.TotalSeconds);
}
