using LocalAws.Http;
using LocalAws.Sqs.Moves;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Operations;

internal sealed record StartMessageMoveTaskRequest(string? SourceArn, string? DestinationArn, int? MaxNumberOfMessagesPerSecond);

internal sealed record StartMessageMoveTaskResponse(string TaskHandle);

internal sealed record ListMessageMoveTasksRequest(string? SourceArn, int? MaxResults);

internal sealed record ListMessageMoveTasksResponse(IReadOnlyList<MessageMoveTask>? Results);

internal sealed record CancelMessageMoveTaskRequest(string? TaskHandle);

internal sealed record CancelMessageMoveTaskResponse(long ApproximateNumberOfMessagesMoved);

/// <summary>Redrive: a dead-letter queue's messages go back.</summary>
internal sealed class MoveTaskOperations(QueueRegistry queues, MoveTaskRegistry tasks)
{
    private const int HighestRate = 500;

    public StartMessageMoveTaskResponse Start(StartMessageMoveTaskRequest request, AwsRequest aws)
    {
        var source = Require(request.SourceArn, "SourceArn");
        if (!queues.SourcesOf(source).Any())
        {
            throw SqsErrors.InvalidParameter("Source queue must be configured as a Dead Letter Queue.");
        }

        if (request.DestinationArn is not null && Require(request.DestinationArn, "DestinationArn").IsFifo != source.IsFifo)
        {
            throw SqsErrors.InvalidParameter(
                "DestinationArn", request.DestinationArn, "The destination must be the same type of queue as the source.");
        }

        if (request.MaxNumberOfMessagesPerSecond is < 1 or > HighestRate)
        {
            throw SqsErrors.InvalidParameter(
                "MaxNumberOfMessagesPerSecond", request.MaxNumberOfMessagesPerSecond, $"Must be between 1 and {HighestRate}, if provided.");
        }

        return new StartMessageMoveTaskResponse(
            tasks.Start(source, request.DestinationArn, request.MaxNumberOfMessagesPerSecond).Handle.ToString());
    }

    public ListMessageMoveTasksResponse List(ListMessageMoveTasksRequest request, AwsRequest aws)
    {
        if (request.MaxResults is < 1 or > MoveTaskRegistry.MostKept)
        {
            throw SqsErrors.InvalidParameter(
                "MaxResults", request.MaxResults, $"Must be between 1 and {MoveTaskRegistry.MostKept}, if provided.");
        }

        var latest = tasks.Of(Require(request.SourceArn, "SourceArn")).Take(request.MaxResults ?? 1);
        return new ListMessageMoveTasksResponse([.. latest.Select(task => task.Show())]);
    }

    public CancelMessageMoveTaskResponse Cancel(CancelMessageMoveTaskRequest request, AwsRequest aws)
    {
        var handle = MoveTaskHandle.Parse(request.TaskHandle)
            ?? throw SqsErrors.InvalidParameter("Value for parameter TaskHandle is invalid.");
        Require(handle.SourceArn, "SourceArn");
        var task = tasks.FindRunning(handle) ?? throw SqsErrors.ResourceNotFound("Task does not exist.");
        task.Cancel();
        return new CancelMessageMoveTaskResponse(task.Moved);
    }

    private SqsQueue Require(string? arn, string parameter)
    {
        if (string.IsNullOrEmpty(arn))
        {
            throw SqsErrors.MissingParameter(parameter);
        }

        if (!QueueName.IsArn(arn))
        {
            throw SqsErrors.InvalidParameter(
                $"You must use this format to specify the {parameter}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>");
        }

        return queues.Find(arn)
            ?? throw SqsErrors.ResourceNotFound($"The resource that you specified for the {parameter} parameter doesn't exist.");
    }
}
