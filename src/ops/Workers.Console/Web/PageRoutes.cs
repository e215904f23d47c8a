using Microsoft.AspNetCore.Http.HttpResults;
using Workers.AuditTrail;
using Workers.Console.Acts;
using Workers.Console.Business;
using Workers.Console.DeadLetters;
using Workers.Console.Declared;
using Workers.Console.Orders;
using Workers.Console.Pages;
using Workers.Console.Watching;
using Workers.Contracts;
using Workers.Operations;

namespace Workers.Console.Web;

/// <summary>The address of each page, and what is read for it. A page is given all that it shows: it reads nothing by itself.</summary>
internal static class PageRoutes
{
    private const int OrdersOfAPage = 50;
    private const int LatestActs = 50;
    private const int DaysShown = 7;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", NowAsync);
        routes.MapGet("/workers/{name}", WorkerAsync);
        routes.MapGet("/letters", LettersAsync);
        routes.MapGet("/letters/{queue}", QueueLettersAsync);
        routes.MapGet("/letters/{queue}/{group}", GroupAsync);
        routes.MapGet("/letters/{queue}/{group}/rehearsal", RehearseAsync);
        routes.MapGet("/orders", () => Page<OrdersPage>(new { }));
        routes.MapGet("/find", FindAsync);
        routes.MapGet("/orders/{orderId}", OrderAsync);
        routes.MapGet("/stories/{kind}/{id}", StoryAsync);
        routes.MapGet("/customers/{customerId}", CustomerAsync);
        routes.MapGet("/flows", FlowsAsync);
        routes.MapGet("/business", BusinessAsync);
        routes.MapGet("/acts", ActsAsync);
    }

    private static async Task<IResult> NowAsync(
        FleetWatch watch,
        DriftWatch drifts,
        DeclaredFleet declared,
        LetterSurveys looks,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var drift = drifts.See();
        var state = await StateAsync(watch, declared, cancellationToken);
        var letters = state is null ? [] : await LooksAsync(state, declared, looks, LetterSurveys.FreshEnough, cancellationToken);
        return Page<NowPage>(new
        {
            Declared = declared,
            State = state,
            Drift = drift,
            Troubles = state is null ? [] : Troubles.Of(state, declared, letters, drift),
            watch.Problem,
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> WorkerAsync(
        string name, FleetWatch watch, DeclaredFleet declared, TimeProvider time, CancellationToken cancellationToken) =>
        declared.Workers.FirstOrDefault(worker => worker.Name == name) is { } worker
            ? Page<WorkerPage>(new { Worker = worker, State = await StateAsync(watch, declared, cancellationToken), Now = time.GetUtcNow() })
            : Missing(name);

    private static async Task<IResult> LettersAsync(
        FleetWatch watch, DeclaredFleet declared, LetterSurveys looks, TimeProvider time, CancellationToken cancellationToken)
    {
        var state = await StateAsync(watch, declared, cancellationToken);
        var seen = state is null ? [] : await LooksAsync(state, declared, looks, LetterSurveys.Fresh, cancellationToken);
        return Page<LettersPage>(new
        {
            Declared = declared,
            State = state,
            Looks = seen,
            Waiting = (IReadOnlyList<string>)(state is null ? [] : [.. QueuesWithLetters(state, declared).Except(seen.Select(look => look.Queue))]),
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> QueueLettersAsync(
        string queue,
        int? letters,
        FleetWatch watch,
        DeclaredFleet declared,
        LetterSurveys looks,
        LetterJobs jobs,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        DeclaredFleet.IsDeadLetterQueue(queue)
            ? Page<QueueLettersPage>(new
            {
                Queue = queue,
                Source = declared.QueueOfDeadLetters(queue),
                Declared = declared,
                State = await StateAsync(watch, declared, cancellationToken),
                Look = await looks.LookAsync(queue, Wanted(letters), LetterSurveys.Fresh, cancellationToken),
                JobsOfQueue = Of(jobs, queue),
                Now = time.GetUtcNow(),
            })
            : Missing(queue);

    private static async Task<IResult> GroupAsync(
        string queue,
        string group,
        int? letters,
        FleetWatch watch,
        DeclaredFleet declared,
        LetterSurveys looks,
        LetterJobs jobs,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!DeclaredFleet.IsDeadLetterQueue(queue))
        {
            return Missing(queue);
        }

        var look = await looks.LookAsync(queue, Wanted(letters), LetterSurveys.Fresh, cancellationToken);
        return Page<GroupPage>(new
        {
            Queue = queue,
            Id = group,
            Declared = declared,
            State = await StateAsync(watch, declared, cancellationToken),
            Look = look,
            Group = look?.Groups.FirstOrDefault(found => found.Id == group),
            JobsOfQueue = Of(jobs, queue),
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> RehearseAsync(
        string queue,
        string group,
        FleetAccess fleet,
        IConfiguration configuration,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        DeclaredFleet.IsDeadLetterQueue(queue) && queue != Topology.UndeliveredDlq
            ? Page<RehearsalPage>(new
            {
                Queue = queue,
                Id = group,
                Group = await RehearsedGroup.OfAsync(fleet, configuration, queue, group, cancellationToken),
                Now = time.GetUtcNow(),
            })
            : Missing(queue);

    private static async Task<IResult> FindAsync(string? q, Finder finder, CancellationToken cancellationToken)
    {
        var text = (q ?? "").Trim();
        return text.Length == 0 ? TypedResults.LocalRedirect("/orders")
            : await finder.FindAsync(text, cancellationToken) is { } found ? TypedResults.LocalRedirect(found)
            : Missing(text);
    }

    private static async Task<IResult> OrderAsync(
        string orderId,
        FleetWatch watch,
        DeclaredFleet declared,
        StoryReader stories,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Events.IdGrammar.Allows(orderId))
        {
            return Missing(orderId);
        }

        var state = await StateAsync(watch, declared, cancellationToken);
        var story = await stories.OfOrderAsync(orderId, state?.Now, cancellationToken);
        return story.IsUnknown ? Missing(orderId) : Page<StoryPage>(new { Story = story, Now = time.GetUtcNow() });
    }

    private static async Task<IResult> StoryAsync(
        string kind,
        string id,
        FleetWatch watch,
        DeclaredFleet declared,
        StoryReader stories,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (AuditEntity.Parse($"{kind}#{id}") is not { } entity)
        {
            return Missing(id);
        }

        var state = await StateAsync(watch, declared, cancellationToken);
        return Page<StoryPage>(new { Story = await stories.OfEntityAsync(entity, state?.Now, cancellationToken), Now = time.GetUtcNow() });
    }

    private static async Task<IResult> CustomerAsync(
        string customerId, string? after, CustomerOrders orders, CancellationToken cancellationToken) =>
        Events.IdGrammar.Allows(customerId)
            ? Page<Pages.CustomerPage>(new { Page = await orders.ListAsync(customerId, after, OrdersOfAPage, cancellationToken) })
            : Missing(customerId);

    private static async Task<IResult> FlowsAsync(
        FleetWatch watch,
        ExecutionWatch executions,
        DeclaredFleet declared,
        BoardReader board,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var state = StateAsync(watch, declared, cancellationToken);
        var days = await board.DaysAsync(2, cancellationToken);
        return Page<FlowsPage>(new
        {
            Today = days[^1].Board,
            Both = Board.Sum([.. days.Select(day => day.Board)]),
            Deadlines = (await state)?.Now.CountsOf(Topology.OrderDeadlinesQueue),
            Executions = executions.See(),
            executions.Problem,
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> BusinessAsync(
        BoardReader board, FleetWatch watch, DeclaredFleet declared, TimeProvider time, CancellationToken cancellationToken)
    {
        var days = board.DaysAsync(DaysShown, cancellationToken);
        var state = await StateAsync(watch, declared, cancellationToken);
        return Page<BusinessPage>(new
        {
            LastHour = await board.MinutesAsync(cancellationToken),
            Days = await days,
            Costs = EventCost.Of(state, declared),
            State = state,
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> ActsAsync(
        FleetWatch watch,
        DeclaredFleet declared,
        LetterJobs jobs,
        ArchiveReplays replays,
        ActTrail trail,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        Page<ActsPage>(new
        {
            Declared = declared,
            State = await StateAsync(watch, declared, cancellationToken),
            jobs.Latest,
            jobs.Since,
            Replays = replays.Latest,
            Trail = await trail.LatestAsync(LatestActs, cancellationToken),
            Now = time.GetUtcNow(),
        });

    private static IEnumerable<string> QueuesWithLetters(FleetState state, DeclaredFleet declared) =>
        declared.Queues.Select(queue => queue.DeadLetterQueue).Append(Topology.UndeliveredDlq).Where(queue => state.Now.CountsOf(queue) is { Total: > 0 });

    private static async Task<IReadOnlyList<LetterSurvey>> LooksAsync(
        FleetState state, DeclaredFleet declared, LetterSurveys looks, TimeSpan fresh, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(QueuesWithLetters(state, declared).Select(queue => looks.LookAsync(queue, atLeast: null, fresh, cancellationToken)));
        return [.. seen.OfType<LetterSurvey>()];
    }

    private static async Task<FleetState?> StateAsync(FleetWatch watch, DeclaredFleet declared, CancellationToken cancellationToken) =>
        await watch.SeenAsync(cancellationToken) is { Count: > 0 } seen ? FleetState.Of(seen, declared) : null;

    private static IReadOnlyList<LetterJob> Of(LetterJobs jobs, string queue) => [.. jobs.Latest.Where(job => job.Order.Queue == queue).Take(3)];

    private static int? Wanted(int? letters) => letters is { } given ? Math.Clamp(given, 10, 100_000) : null;

    private static RazorComponentResult<OrdersPage> Missing(string what) =>
        new(new { Missed = what }) { StatusCode = StatusCodes.Status404NotFound };

    private static RazorComponentResult<TPage> Page<TPage>(object parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new(parameters);
}
