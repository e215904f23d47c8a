using LocalAws.Http;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Operations;

internal sealed record CreateActivityRequest(string? Name, IReadOnlyList<Tag>? Tags, EncryptionConfiguration? EncryptionConfiguration);

internal sealed record CreateActivityResponse(string ActivityArn, DateTimeOffset CreationDate);

internal sealed record ActivityRequest(string? ActivityArn);

internal sealed record ActivityDescription(
    string ActivityArn, string Name, DateTimeOffset CreationDate, EncryptionConfiguration? EncryptionConfiguration);

internal sealed record ListActivitiesResponse(IReadOnlyList<ActivityDescription> Activities, string? NextToken);

internal sealed record GetActivityTaskRequest(string? ActivityArn, string? WorkerName);

internal sealed record GetActivityTaskResponse(string? TaskToken, string? Input);

/// <summary>CreateActivity, DescribeActivity, ListActivities, DeleteActivity and GetActivityTask.</summary>
internal sealed class ActivityOperations(Store store, TimeProvider time)
{
    /// <summary>Makes an activity. Asked the same again, it answers the same.</summary>
    public CreateActivityResponse Create(CreateActivityRequest request, AwsRequest aws)
    {
        new Constraints().Text("name", request.Name, 1, 80).Tags(request.Tags).Encryption(request.EncryptionConfiguration).Check();
        Names.Check(request.Name!);
        var arn = new StatesArn(aws.Region, StatesArn.Activity, request.Name!).ToString();
        var activity = new Activity(arn, request.Name!, time.GetUtcNow(), new ActivityTasks(time), request.EncryptionConfiguration);
        var made = store.AddActivity(activity, request.Tags);
        return made.Encryption == request.EncryptionConfiguration
            ? new CreateActivityResponse(arn, made.CreationDate)
            : throw new AwsException("ActivityAlreadyExists", $"Activity Already Exists: '{arn}'");
    }

    public ActivityDescription Describe(ActivityRequest request, AwsRequest aws)
    {
        Check(request.ActivityArn);
        return Describe(store.GetActivity(request.ActivityArn));
    }

    public ListActivitiesResponse List(ListRequest request, AwsRequest aws)
    {
        new Constraints().Page(request.MaxResults, request.NextToken).Check();
        var page = Pages.Of(store.Activities(aws.Region), one => one.Arn, request.MaxResults, request.NextToken);
        var listed = page.Items.Select(one => Describe(one) with { EncryptionConfiguration = null });
        return new ListActivitiesResponse([.. listed], page.NextToken);
    }

    /// <summary>Deletes an activity. One that is not there is gone already.</summary>
    public Nothing Delete(ActivityRequest request, AwsRequest aws)
    {
        Check(request.ActivityArn);
        StatesArn.Parse(request.ActivityArn, StatesArn.Activity);
        store.DeleteActivity(request.ActivityArn!);
        return new Nothing();
    }

    /// <summary>Fetches a task for a worker; waits up to a minute for one, and answers nothing then.</summary>
    public async ValueTask<GetActivityTaskResponse> GetTaskAsync(
        GetActivityTaskRequest request, AwsRequest aws, CancellationToken cancellationToken)
    {
        new Constraints().Text("activityArn", request.ActivityArn, 1, 256).Length("workerName", request.WorkerName, 1, 80).Check();
        if (await store.GetActivity(request.ActivityArn).Tasks.NextAsync(cancellationToken) is not { } task)
        {
            return new GetActivityTaskResponse(null, null);
        }

        task.Start(request.WorkerName);
        return new GetActivityTaskResponse(task.Pending.Token, task.Input);
    }

    private static void Check(string? arn) => new Constraints().Text("activityArn", arn, 1, 256).Check();

    private static ActivityDescription Describe(Activity activity) =>
        new(activity.Arn, activity.Name, activity.CreationDate, activity.Encryption);
}
