namespace Amazon.SQS.Model;

/// <summary>A message as a receive hands it out.</summary>
public class Message
{
    /// <summary>The system attributes that the request named; null when there are none.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>The body, verbatim.</summary>
    public string Body { get; set; }

    /// <summary>The MD5 of the body; checked by the client.</summary>
    public string MD5OfBody { get; set; }

    /// <summary>The MD5 of the attributes as SQS stored them; checked by the client.</summary>
    public string MD5OfMessageAttributes { get; set; }

    /// <summary>The sender's attributes that the request named; null when there are none.</summary>
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }

    /// <summary>The id SQS gave the message; a redelivery keeps it.</summary>
    public string MessageId { get; set; }

    /// <summary>The handle of this very receive, for deleting the message or changing its visibility.</summary>
    public string ReceiptHandle { get; set; }
}
