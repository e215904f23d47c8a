using System.Text.Json.Serialization;
using LocalAws.Sns.Operations;

namespace LocalAws.Sns;

/// <summary>How requests and responses look as JSON: members are spelled as in C#, absent ones are left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(CreateTopicRequest))]
[JsonSerializable(typeof(CreateTopicResponse))]
[JsonSerializable(typeof(TopicRequest))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListTopicsResponse))]
[JsonSerializable(typeof(SetAttributeRequest))]
[JsonSerializable(typeof(AttributesResponse))]
[JsonSerializable(typeof(AddPermissionRequest))]
[JsonSerializable(typeof(RemovePermissionRequest))]
[JsonSerializable(typeof(TagRequest))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(SubscribeRequest))]
[JsonSerializable(typeof(ConfirmSubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionArnResponse))]
[JsonSerializable(typeof(ListSubscriptionsResponse))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(PublishResponse))]
[JsonSerializable(typeof(PublishBatchRequest))]
[JsonSerializable(typeof(PublishBatchResponse))]
internal sealed partial class SnsJson : JsonSerializerContext;
