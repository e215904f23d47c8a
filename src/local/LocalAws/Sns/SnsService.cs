using System.Text.Json;
using LocalAws.Data;
using LocalAws.Http;
using LocalAws.Sns.Data;
using LocalAws.Sns.Deliveries;
using LocalAws.Sns.Operations;
using static LocalAws.Http.AwsOperations;

namespace LocalAws.Sns;

/// <summary>Amazon SNS: standard topics in memory.</summary>
internal sealed class SnsService : IQueryService, ISavedService, IAsyncDisposable
{
    private readonly Store _store = new();
    private readonly HttpCourier _http;
    private readonly Publish _publish;
    private IReadOnlyList<PostState> _toResume = [];

    /// <param name="options">The clock.</param>
    /// <param name="queues">Where messages go for subscribed queues.</param>
    /// <param name="http">What posts to subscribed endpoints; null for the network, of which it reaches loopback only.</param>
    public SnsService(LocalAwsOptions options, ITopicQueues queues, HttpMessageHandler? http = null)
    {
        var courier = new QueueCourier(queues);
        _http = new HttpCourier(courier, options.TimeProvider, http);
        _publish = new Publish(_store, new Fanout(_store, courier, _http), options.TimeProvider);
        Operations = Topics().Concat(Subscriptions()).ToDictionary();
    }

    public string TargetPrefix => "AmazonSNS";

    public string JsonVersion => "1.0";

    public string QueryVersion => "2010-03-31";

    public string XmlNamespace => "http://sns.amazonaws.com/doc/2010-03-31/";

    public IReadOnlySet<string> Lists { get; } =
        new HashSet<string> { "Tags", "TagKeys", "AWSAccountId", "ActionName", "PublishBatchRequestEntries" };

    public IReadOnlySet<string> Maps { get; } = new HashSet<string> { "Attributes" };

    public IReadOnlySet<string> EmptyResults { get; } = new HashSet<string> { "TagResource", "UntagResource" };

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    /// <summary>Publishes for another AWS service, without HTTP.</summary>
    /// <exception cref="AwsException">There is no such topic, or it refuses the message or its sender.</exception>
    public void Publish(string topicArn, string message, string service, string? sourceArn, string? traceHeader) =>
        _publish.RunForService(topicArn, message, service, sourceArn, traceHeader);

    public AwsException Throttled() => SnsErrors.Throttled();

    public AwsException InternalError() => SnsErrors.InternalError();

    public void Reset()
    {
        _store.Clear();
        _http.Clear();
    }

    public IDisposable Hold() => new HeldLocks([_store.Gate, _http.Gate]);

    public Action<Utf8JsonWriter> Capture()
    {
        var state = SnsSavedState.Of(_store.State, _http.Posts);
        return writer => JsonSerializer.Serialize(writer, state, SnsStateJson.Default.SnsSavedState);
    }

    public void Restore(JsonElement state)
    {
        var saved = state.Deserialize(SnsStateJson.Default.SnsSavedState) ?? throw new JsonException("The state is null.");
        _store.Change(_ => saved.Restore());
        _toResume = saved.Posts;
    }

    /// <summary>Posts that were under way go on, and are tried again when they would have been.</summary>
    public void Resume()
    {
        foreach (var post in _toResume)
        {
            _http.Start(post.Restore());
        }

        _toResume = [];
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private Dictionary<string, AwsOperation> Topics()
    {
        var (json, topics) = (SnsJson.Default, new TopicOperations(_store));
        var (permissions, tags) = (new PermissionOperations(_store), new TagOperations(_store));
        return new Dictionary<string, AwsOperation>
        {
            ["CreateTopic"] = Of(json.CreateTopicRequest, json.CreateTopicResponse, new CreateTopic(_store).Run)
                .Refusing(SnsErrors.NotSupported, "DataProtectionPolicy"),
            ["DeleteTopic"] = Of(json.TopicRequest, json.Nothing, topics.Delete),
            ["ListTopics"] = Of(json.ListRequest, json.ListTopicsResponse, topics.List),
            ["GetTopicAttributes"] = Of(json.TopicRequest, json.AttributesResponse, topics.Get),
            ["SetTopicAttributes"] = Of(json.SetAttributeRequest, json.Nothing, topics.Set),
            ["AddPermission"] = Of(json.AddPermissionRequest, json.Nothing, permissions.Add),
            ["RemovePermission"] = Of(json.RemovePermissionRequest, json.Nothing, permissions.Remove),
            ["TagResource"] = Of(json.TagRequest, json.Nothing, tags.Add),
            ["UntagResource"] = Of(json.TagRequest, json.Nothing, tags.Remove),
            ["ListTagsForResource"] = Of(json.TagRequest, json.TagList, tags.List),
            ["Publish"] = Of(json.PublishRequest, json.PublishResponse, _publish.Run),
            ["PublishBatch"] = Of(json.PublishBatchRequest, json.PublishBatchResponse, _publish.RunBatch),
        };
    }

    private Dictionary<string, AwsOperation> Subscriptions()
    {
        var (json, subscribe, subscriptions) = (SnsJson.Default, new Subscribe(_store, _http), new SubscriptionOperations(_store));
        return new Dictionary<string, AwsOperation>
        {
            ["Subscribe"] = Of(json.SubscribeRequest, json.SubscriptionArnResponse, subscribe.Run),
            ["ConfirmSubscription"] = Of(json.ConfirmSubscriptionRequest, json.SubscriptionArnResponse, subscribe.Confirm),
            ["Unsubscribe"] = Of(json.SubscriptionRequest, json.Nothing, subscribe.End),
            ["ListSubscriptions"] = Of(json.ListRequest, json.ListSubscriptionsResponse, subscriptions.List),
            ["ListSubscriptionsByTopic"] = Of(json.ListRequest, json.ListSubscriptionsResponse, subscriptions.ListByTopic),
            ["GetSubscriptionAttributes"] = Of(json.SubscriptionRequest, json.AttributesResponse, subscriptions.Get),
            ["SetSubscriptionAttributes"] = Of(json.SetAttributeRequest, json.Nothing, subscriptions.Set),
        };
    }
}
