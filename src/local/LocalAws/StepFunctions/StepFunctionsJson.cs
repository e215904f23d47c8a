using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.StepFunctions.Operations;

namespace LocalAws.StepFunctions;

/// <summary>
/// How requests and responses look on the wire: members begin with a small letter, absent ones are left out. A member that nobody
/// here knows is refused by name.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(CreateStateMachineRequest))]
[JsonSerializable(typeof(CreateStateMachineResponse))]
[JsonSerializable(typeof(UpdateStateMachineRequest))]
[JsonSerializable(typeof(UpdateStateMachineResponse))]
[JsonSerializable(typeof(DescribeStateMachineRequest))]
[JsonSerializable(typeof(StateMachineDescription))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListStateMachinesResponse))]
[JsonSerializable(typeof(DeleteStateMachineRequest))]
[JsonSerializable(typeof(StartExecutionRequest))]
[JsonSerializable(typeof(StartExecutionResponse))]
[JsonSerializable(typeof(DescribeExecutionRequest))]
[JsonSerializable(typeof(ExecutionDescription))]
[JsonSerializable(typeof(ListExecutionsRequest))]
[JsonSerializable(typeof(ListExecutionsResponse))]
[JsonSerializable(typeof(StopExecutionRequest))]
[JsonSerializable(typeof(StopExecutionResponse))]
[JsonSerializable(typeof(RedriveExecutionRequest))]
[JsonSerializable(typeof(RedriveExecutionResponse))]
[JsonSerializable(typeof(GetExecutionHistoryRequest))]
[JsonSerializable(typeof(GetExecutionHistoryResponse))]
[JsonSerializable(typeof(SendTaskSuccessRequest))]
[JsonSerializable(typeof(SendTaskFailureRequest))]
[JsonSerializable(typeof(SendTaskHeartbeatRequest))]
[JsonSerializable(typeof(CreateActivityRequest))]
[JsonSerializable(typeof(CreateActivityResponse))]
[JsonSerializable(typeof(ActivityRequest))]
[JsonSerializable(typeof(ActivityDescription))]
[JsonSerializable(typeof(ListActivitiesResponse))]
[JsonSerializable(typeof(GetActivityTaskRequest))]
[JsonSerializable(typeof(GetActivityTaskResponse))]
[JsonSerializable(typeof(TagRequest))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(ValidateStateMachineDefinitionRequest))]
[JsonSerializable(typeof(ValidateStateMachineDefinitionResponse))]
[JsonSerializable(typeof(TestStateRequest))]
[JsonSerializable(typeof(TestStateResponse))]
internal sealed partial class StepFunctionsJson : JsonSerializerContext;

/// <summary>Times on the wire: seconds since 1970 as a number, with milliseconds as a fraction.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("No request of Step Functions has a time.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
