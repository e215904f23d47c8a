using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

/// <summary>Reads and writes what goes over the wire; members without a value are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(QueueRequest))]
[JsonSerializable(typeof(CreateQueueRequest))]
[JsonSerializable(typeof(QueueUrlResponse))]
[JsonSerializable(typeof(GetQueueUrlRequest))]
[JsonSerializable(typeof(ListQueuesRequest))]
[JsonSerializable(typeof(ListQueuesResponse))]
[JsonSerializable(typeof(ListDeadLetterSourceQueuesRequest))]
[JsonSerializable(typeof(ListDeadLetterSourceQueuesResponse))]
[JsonSerializable(typeof(GetQueueAttributesRequest))]
[JsonSerializable(typeof(GetQueueAttributesResponse))]
[JsonSerializable(typeof(SetQueueAttributesRequest))]
[JsonSerializable(typeof(TagQueueRequest))]
[JsonSerializable(typeof(UntagQueueRequest))]
[JsonSerializable(typeof(ListQueueTagsResponse))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendMessageResponse))]
[JsonSerializable(typeof(BatchRequest<SendMessageRequest>), TypeInfoPropertyName = "SendMessageBatchRequest")]
[JsonSerializable(typeof(BatchResponse<SendMessageResponse>), TypeInfoPropertyName = "SendMessageBatchResponse")]
[JsonSerializable(typeof(ReceiveMessageRequest))]
[JsonSerializable(typeof(ReceiveMessageResponse))]
[JsonSerializable(typeof(ReceiptRequest))]
[JsonSerializable(typeof(BatchRequest<ReceiptRequest>), TypeInfoPropertyName = "ReceiptBatchRequest")]
[JsonSerializable(typeof(BatchResponse<BatchResult>), TypeInfoPropertyName = "ReceiptBatchResponse")]
internal sealed partial class SqsJson : JsonSerializerContext;
