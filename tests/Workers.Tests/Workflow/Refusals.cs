using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;

namespace Workers.Tests.Workflow;

/// <summary>What Step Functions refuses a call with.</summary>
internal static class Refusals
{
    public static Exception TaskTimedOut() => new TaskTimedOutException("gone", null!, ErrorType.Sender, "TaskTimedOut", "", HttpStatusCode.BadRequest);

    public static Exception TaskDoesNotExist() =>
        new TaskDoesNotExistException("gone", null!, ErrorType.Sender, "TaskDoesNotExist", "", HttpStatusCode.BadRequest);

    public static Exception InvalidToken() =>
        new InvalidTokenException("none of ours", null!, ErrorType.Sender, "InvalidToken", "", HttpStatusCode.BadRequest);

    public static Exception InvalidOutput() =>
        new InvalidOutputException("too long", null!, ErrorType.Sender, "InvalidOutput", "", HttpStatusCode.BadRequest);

    public static Exception ExecutionDoesNotExist() =>
        new ExecutionDoesNotExistException("gone", null!, ErrorType.Sender, "ExecutionDoesNotExist", "", HttpStatusCode.BadRequest);
}
