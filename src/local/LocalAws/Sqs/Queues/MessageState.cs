namespace LocalAws.Sqs.Queues;

/// <summary>Where a message stands.</summary>
internal enum MessageState
{
    /// <summary>The next receive may take it. Sending puts it here, and so does the end of a delay or a visibility timeout.</summary>
    Visible,

    /// <summary>Sent with a delay that is not over.</summary>
    Delayed,

    /// <summary>Received, not deleted, its visibility timeout not over.</summary>
    InFlight,
}
