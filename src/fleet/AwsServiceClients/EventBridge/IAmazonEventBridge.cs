using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>
/// EventBridge, as this project uses it: the official interface without the operations that nothing here calls. A fake
/// derives from <see cref="AmazonEventBridgeClient"/>, whose methods are virtual, and so fits the official one too.
/// </summary>
public interface IAmazonEventBridge : IAmazonService, IDisposable
{
    /// <summary>Stops a replay.</summary>
    Task<CancelReplayResponse> CancelReplayAsync(
        CancelReplayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an archive of the events of a bus.</summary>
    Task<CreateArchiveResponse> CreateArchiveAsync(
        CreateArchiveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an event bus.</summary>
    Task<CreateEventBusResponse> CreateEventBusAsync(
        CreateEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an archive with its events.</summary>
    Task<DeleteArchiveResponse> DeleteArchiveAsync(
        DeleteArchiveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an event bus; one that does not exist is no error.</summary>
    Task<DeleteEventBusResponse> DeleteEventBusAsync(
        DeleteEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a rule; its targets must be removed first.</summary>
    Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes an archive.</summary>
    Task<DescribeArchiveResponse> DescribeArchiveAsync(
        DescribeArchiveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes an event bus.</summary>
    Task<DescribeEventBusResponse> DescribeEventBusAsync(
        DescribeEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a replay.</summary>
    Task<DescribeReplayResponse> DescribeReplayAsync(
        DescribeReplayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a rule.</summary>
    Task<DescribeRuleResponse> DescribeRuleAsync(
        DescribeRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops a rule from acting.</summary>
    Task<DisableRuleResponse> DisableRuleAsync(
        DisableRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lets a rule act.</summary>
    Task<EnableRuleResponse> EnableRuleAsync(EnableRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists archives, one page at a time.</summary>
    Task<ListArchivesResponse> ListArchivesAsync(
        ListArchivesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists event buses, one page at a time.</summary>
    Task<ListEventBusesResponse> ListEventBusesAsync(
        ListEventBusesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the rules of a bus, one page at a time.</summary>
    Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a bus or a rule.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the targets of a rule, one page at a time.</summary>
    Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
        ListTargetsByRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts up to ten events on buses; read every entry, for each may fail on its own.</summary>
    Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a rule, or replaces the one of that name.</summary>
    Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces targets of a rule; read <c>FailedEntries</c>, for each may fail on its own.</summary>
    Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes targets from a rule; read <c>FailedEntries</c>, for each may fail on its own.</summary>
    Task<RemoveTargetsResponse> RemoveTargetsAsync(
        RemoveTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts to put the events of an archive on its bus again.</summary>
    Task<StartReplayResponse> StartReplayAsync(
        StartReplayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts tags on a bus or a rule.</summary>
    Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks whether an event matches a pattern.</summary>
    Task<TestEventPatternResponse> TestEventPatternAsync(
        TestEventPatternRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes what an archive keeps, and for how long.</summary>
    Task<UpdateArchiveResponse> UpdateArchiveAsync(
        UpdateArchiveRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonEventBridgeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonEventBridgeConfig config)
        {
            throw new AmazonClientException("A client of EventBridge needs an AmazonEventBridgeConfig.");
        }

        return awsCredentials is null
            ? new AmazonEventBridgeClient(config)
            : new AmazonEventBridgeClient(awsCredentials, config);
    }
}
