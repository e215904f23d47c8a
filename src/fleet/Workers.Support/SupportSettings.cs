using Workers.Contracts.Events;
using Workers.Events.Settings;

namespace Workers.Support;

/// <summary>Registers routes, levels and promises.</summary>
internal static class SupportSettings
{
    private const string Section = "Workers:Support";

    public static void AddSupportPolicy(this IServiceCollection services)
    {
        services.AddOptions<SupportOptions>().BindSettings(Section);
        services.AddOptionsWithValidateOnStart<SupportOptions, SupportValidation>();
        foreach (var priority in Enum.GetValues<TicketPriority>())
        {
            var key = priority.ToString().ToLowerInvariant();
            services.Configure<SlaOptions>($"{priority}", sla => (sla.FirstAnswer, sla.Resolution) = UsualOf(priority));
            services.AddOptions<SlaOptions>($"{priority}")
                .BindSettings($"{Section}:Sla:{key}")
                .ValidateDataAnnotations()
                .Validate(
                    sla => sla.FirstAnswer <= sla.Resolution,
                    $"{Section}:Sla:{key}:FirstAnswer must not be longer than its Resolution: what is settled is answered.");
        }

        services.AddSingleton<SupportPolicy>();
    }

    private static (TimeSpan FirstAnswer, TimeSpan Resolution) UsualOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => (TimeSpan.FromMinutes(15), TimeSpan.FromHours(4)),
        TicketPriority.High => (TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
        TicketPriority.Normal => (TimeSpan.FromHours(4), TimeSpan.FromHours(24)),
        _ => (TimeSpan.FromHours(24), TimeSpan.FromHours(72)),
    };
}
