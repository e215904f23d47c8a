using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Effects.Leases;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Workflow.Handlers;
using Workers.Workflow.Stores;

namespace Workers.Workflow;

/// <summary>
/// The worker between the bus and the state machine: it hands answers to the tasks that wait for them, stops what leads an order that has
/// ended, and tells when an execution has failed.
/// </summary>
public static class WorkflowWorker
{
    private const string Name = "Workflow";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddWorkflowWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("workflow", Topology.SettingsSections);
        builder.AddBeat("workflow", Topology.FleetTable, "Workers:Beat");
        builder.AddWorkflow();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddWorkflow(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services
            .AddSingleton<WorkflowMetrics>()
            .AddSingleton<OrderWorkflowStore>()
            .AddSingleton<Executions>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer(Name, Topology.WorkflowQueue, $"Workers:{Name}")
            .Answers<OrderRecorded>()
            .Answers<InventoryReserved>()
            .Answers<OrderPaid>()
            .Answers<ShipmentCreated>()
            .Answers<InventoryReleased>()
            .Answers<NothingReleased>()
            .Answers<PaymentRefunded>()
            .Answers<NothingRefunded>()
            .Answers<ReservationFailed>(failed => new(WorkflowErrors.InsufficientStock, failed.Why()))
            .Answers<OrderRefused>(refused => new(WorkflowErrors.OrderRefused, refused.Reason))
            .Answers<PaymentFailed>(failed => new(WorkflowErrors.PaymentDeclined, failed.Reason))
            .Answers<ShippingFailed>(failed => new(WorkflowErrors.ShippingFailed, failed.Reason))
            .Stops<OrderCancellationDecided>(decided => (decided.OrderId, decided.Reason))
            .Stops<OrderFailed>(failed => (failed.OrderId, failed.Reason))
            .Handles<ExecutionEnded, ExecutionEndedHandler>();
    }

    /// <summary>Every such event answers the task whose token it carries: the task succeeds, or fails as is said here.</summary>
    private static QueueConsumerBuilder Answers<TEvent>(this QueueConsumerBuilder consumer, Func<TEvent, TaskFailure>? failureOf = null)
        where TEvent : class, IEventDetail =>
        consumer.Handles($"Answer{typeof(TEvent).Name}", services => new TaskAnswerHandler<TEvent>(
            services.GetRequiredService<ILeasedEffects>(),
            services.GetRequiredService<Executions>(),
            services.GetRequiredService<EventRegistry>(),
            failureOf));

    /// <summary>Every such event ends an order, and with it the execution that leads the order.</summary>
    private static QueueConsumerBuilder Stops<TEvent>(
        this QueueConsumerBuilder consumer, Func<TEvent, (string OrderId, string Reason)> endOf)
        where TEvent : class, IEventDetail =>
        consumer.Handles($"StopUpon{typeof(TEvent).Name}", services => new OrderEndHandler<TEvent>(
            services.GetRequiredService<ILeasedEffects>(),
            services.GetRequiredService<Executions>(),
            services.GetRequiredService<OrderWorkflowStore>(),
            endOf));
}
