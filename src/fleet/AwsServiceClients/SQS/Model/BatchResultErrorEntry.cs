namespace Amazon.SQS.Model;

/// <summary>Why one entry of a batch failed.</summary>
public class BatchResultErrorEntry
{
    /// <summary>The error code.</summary>
    public string Code { get; set; }

    /// <summary>The id of the request entry this answers.</summary>
    public string Id { get; set; }

    /// <summary>What went wrong, in words; may be null.</summary>
    public string Message { get; set; }

    /// <summary>Whether the request was at fault; repeating it as it is would then fail again.</summary>
    public bool? SenderFault { get; set; }
}
