using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Deletes an archive with its events.</summary>
public class DeleteArchiveRequest : AmazonEventBridgeRequest
{
    /// <summary>The archive's name; required.</summary>
    public string ArchiveName { get; set; }
}

/// <summary>The answer to <see cref="DeleteArchiveRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteArchiveResponse : AmazonWebServiceResponse;
