using Amazon.EventBridge;

namespace Workers.Tests.AwsServiceClients;

/// <summary>Which operation declares which error; every other pair of the two is a plain exception of the service.</summary>
public sealed class WhenAnErrorIsDeclared : WireSpec
{
    [Theory]
    [InlineData("PutEvents", "")]
    [InlineData("CreateEventBus", "ConcurrentModification InvalidState LimitExceeded OperationDisabled ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeEventBus", "ResourceNotFound")]
    [InlineData("DeleteEventBus", "ConcurrentModification")]
    [InlineData("ListEventBuses", "")]
    [InlineData("PutRule", "ConcurrentModification InvalidEventPattern LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("DescribeRule", "ResourceNotFound")]
    [InlineData("ListRules", "ResourceNotFound")]
    [InlineData("DeleteRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("EnableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("DisableRule", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("PutTargets", "ConcurrentModification LimitExceeded ManagedRule ResourceNotFound")]
    [InlineData("ListTargetsByRule", "ResourceNotFound")]
    [InlineData("RemoveTargets", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("TestEventPattern", "InvalidEventPattern")]
    [InlineData("CreateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeArchive", "ResourceAlreadyExists ResourceNotFound")]
    [InlineData("UpdateArchive", "ConcurrentModification InvalidEventPattern LimitExceeded ResourceNotFound")]
    [InlineData("ListArchives", "ResourceNotFound")]
    [InlineData("DeleteArchive", "ConcurrentModification ResourceNotFound")]
    [InlineData("StartReplay", "InvalidEventPattern LimitExceeded ResourceAlreadyExists ResourceNotFound")]
    [InlineData("DescribeReplay", "ResourceNotFound")]
    [InlineData("CancelReplay", "ConcurrentModification IllegalStatus ResourceNotFound")]
    [InlineData("TagResource", "ConcurrentModification ManagedRule ResourceNotFound")]
    [InlineData("ListTagsForResource", "ResourceNotFound")]
    public async Task It_is_thrown_as_its_own_exception(string operation, string declared)
    {
        var service = typeof(IAmazonEventBridge);
        var request = service.Assembly.GetType($"Amazon.EventBridge.Model.{operation}Request")!;
        var call = service.GetMethod($"{operation}Async", [request, typeof(CancellationToken)])!;
        string[] expected = [.. declared.Split(' '), "Internal"];
        foreach (var exception in service.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmazonEventBridgeException))))
        {
            Service.Answers($$"""{"__type":"{{exception.Name}}"}""", 400);

            var error = await Record.ExceptionAsync(() =>
                (Task)call.Invoke(Events, [Activator.CreateInstance(request), Cancellation])!);

            var isDeclared = expected.Contains(exception.Name[..^"Exception".Length]);
            Assert.IsType(isDeclared ? exception : typeof(AmazonEventBridgeException), error);
        }
    }
}
