using System.Reflection;
using Workers.Contracts;

namespace Workers.Tests.Architecture;

public sealed class TheProjects
{
    // What each may see besides what those see; the arrows of the house style.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["AwsServiceClients"] = [],
        ["LocalAws"] = [],
        ["Workers.Events"] = [],
        ["Workers.Engine"] = ["Workers.Events"],
        ["Workers.Effects"] = ["Workers.Engine"],
        ["Workers.Testing"] = ["Workers.Effects"],
        ["Workers.Contracts"] = ["Workers.Events"],
        ["Workers.AuditTrail"] = ["Workers.Contracts"],
        ["Workers.OrderHistory"] = ["Workers.Contracts"],
        ["Workers.Partners"] = ["Workers.Contracts", "Workers.Effects"],
        ["Workers.Defaults"] = ["AwsServiceClients", "Workers.Events"],
        ["Workers.Producer"] = ["Workers.AuditTrail", "Workers.Contracts", "Workers.Defaults", "Workers.OrderHistory"],
        ["Workers.Provisioning"] = ["AwsServiceClients", "Workers.Contracts"],
        ["Workers.Operations"] = ["Workers.Provisioning", .. Topology.Deployables.Select(deployable => deployable.Project)],
        ["Workers.Cli"] = ["Workers.Operations"],
        ["Workers.Console"] = ["Workers.Operations"],
        ["Workers.Local"] = ["LocalAws", "Workers.Console"],
    };

    static TheProjects()
    {
        foreach (var worker in Topology.Workers)
        {
            Arrows[worker.Project] =
                ["Workers.AuditTrail", "Workers.Contracts", "Workers.Defaults", "Workers.Effects", "Workers.OrderHistory", "Workers.Partners"];
        }
    }

    public static TheoryData<string> Names => [.. Arrows.Keys];

    public static TheoryData<string> Programs => [.. Topology.Deployables.Select(deployable => deployable.Project)];

    [Theory]
    [MemberData(nameof(Names))]
    public void See_only_what_the_arrows_allow(string name)
    {
        var allowed = Reach(name);

        var seen = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsOurs);

        Assert.Empty(seen.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Keep_their_stores_from_knowing_their_handlers(string name)
    {
        var stores = Assembly.Load(name).GetTypes().Where(type => type.Namespace == $"{name}.Stores");

        Assert.DoesNotContain(stores.SelectMany(TypesNamedBy), type => type.Namespace == $"{name}.Handlers");
    }

    private static bool IsOurs(string name) => Arrows.ContainsKey(name);

    private static HashSet<string> Reach(string name) => [.. Arrows[name], .. Arrows[name].SelectMany(Reach)];

    private static IEnumerable<Type> TypesNamedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        return type.GetFields(All).Select(field => field.FieldType)
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
            .SelectMany(named => named.GetGenericArguments().Append(named));
    }
}
