using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Rows that a mapper makes of others: by names, by the rules in sight, and what nobody sees.</summary>
public sealed class FlowMapTests
{
    private const string FromNet = "fact.amount <- in.csv:Net via Row.Net, Fact.Amount";
    private const string FromAmount = "fact.amount <- in.csv:Amount via Row.Amount, Fact.Amount";
    private const string Unset = "fact.amount <- (unset)";

    private const string Types = """
        public sealed class Owner { public string Name { get; set; } = ""; public string City { get; set; } = ""; public decimal Share { get; set; } }
        public sealed class OwnerFact { public string Name { get; set; } = ""; public decimal Share { get; set; } }
        public class Row
        {
            public int Id { get; set; } public decimal Amount { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; } public string Text { get; set; } = "";
            public Owner Owner { get; set; } = new(); public decimal GetTotal() => Net + Tax; public decimal Gross => Net * 2;
        }
        public sealed class Fact { public int Id { get; set; } public decimal Amount { get; set; } public decimal amount2 { get; set; } public string OwnerName { get; set; } = ""; public decimal OwnerShare { get; set; } public decimal Total { get; set; } public decimal Gross { get; set; } public OwnerFact Owner { get; set; } = new(); }
        public sealed record Line(int Id, decimal Amount);

        """;

    private static string Job(string library, string body, string members, string types) => $$"""
        using {{library}};
        {{Types}}{{types}}
        public sealed class Job(NpgsqlConnection db, {{(library == "AutoMapper" ? "AutoMapper" : "MapsterMapper")}}.IMapper mapper)
        {
            {{members}}
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                var rows = csv.GetRecords<Row>().ToList();
                foreach (var row in rows.Take(3)) { {{body}} }
            }
            private void Load(object? amount) => db.Execute("INSERT INTO fact (amount) VALUES (@amount)", new { amount });
        }
        """;

    private static void AutoMapperGives(string rules, string body, params string[] expected) =>
        FlowAssert.IsFor("fact.amount", Job("AutoMapper", body, "", $"public sealed class Rules : Profile {{ public Rules() {{ {rules} }} }}\n"), expected);

    private static void MapsterGives(string rules, string body, params string[] expected) =>
        FlowAssert.IsFor("fact.amount", Job("Mapster", body, "", $"public static class Rules {{ public static void Set(TypeAdapterConfig config) {{ {rules} }} }}\n"), expected);

    [Theory]
    [InlineData("Load(mapper.Map<Fact>(row).Amount);", FromAmount)]
    [InlineData("Load(mapper.Map<Row, Fact>(row).Amount);", FromAmount)]
    [InlineData("var fact = mapper.Map(row, new Fact()); Load(fact.Amount);", FromAmount)]
    [InlineData("Load(mapper.Map<List<Fact>>(rows)[0].Amount);", FromAmount)]
    [InlineData("foreach (var fact in mapper.Map<IEnumerable<Fact>>(rows)) Load(fact.Amount);", FromAmount)]
    [InlineData("foreach (var fact in rows.AsQueryable().ProjectTo<Fact>(new MapperConfiguration(_ => { }, null!))) Load(fact.Amount);", FromAmount)]
    [InlineData("foreach (var fact in mapper.ProjectTo<Fact>(rows.AsQueryable())) Load(fact.Amount);", FromAmount)]
    [InlineData("foreach (var fact in rows.Select(mapper.Map<Fact>)) Load(fact.Id);", "fact.amount ? what mapper.Map<Fact> returns")]
    [InlineData("foreach (var fact in rows.Select(one => mapper.Map<Fact>(one))) Load(fact.Amount);", FromAmount)]
    [InlineData("Load(mapper.Map<Fact>(row).amount2);", Unset)]
    [InlineData("Load(mapper.Map<Fact>(row).OwnerName);", "fact.amount <- in.csv:Owner.Name via Owner.Name, Row.Owner, Fact.OwnerName")]
    [InlineData("Load(mapper.Map<Fact>(row).Total);", "fact.amount <- in.csv:Net via Row.Net, Row.GetTotal, Fact.Total [transformation]", "fact.amount <- in.csv:Tax via Row.Tax, Row.GetTotal, Fact.Total [transformation]")]
    [InlineData("Load(mapper.Map<Fact>(row).Gross);", "fact.amount <- in.csv:Net via Row.Net, Row.Gross, Fact.Gross [transformation]")]
    [InlineData("object any = row; Load(mapper.Map<Fact>(any).Amount);", FromAmount)]
    public void A_declared_pair_goes_by_names(string body, params string[] expected) =>
        FlowAssert.IsFor("fact.amount", Job("AutoMapper", body, "", "public sealed class Rules : Profile { public Rules() { CreateMap<Row, Fact>(); } }\n").Replace("using AutoMapper;", "using AutoMapper; using AutoMapper.QueryableExtensions;", System.StringComparison.Ordinal), expected);

    [Theory]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom(r => r.Net));", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ForMember(\"Amount\", o => o.MapFrom(\"Net\"));", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => { o.MapFrom(r => r.Net); });", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom((r, f) => r.Net));", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Id, o => o.Ignore()).MaxDepth(3).ForMember(f => f.Amount, o => o.MapFrom(r => r.Net));", FromNet)]
    [InlineData("CreateMap(typeof(Row), typeof(Fact)).ForMember(\"Amount\", o => o.MapFrom(\"Net\"));", FromNet)]
    [InlineData("CreateMap<Fact, Row>().ForMember(r => r.Net, o => o.MapFrom(f => f.Amount)).ReverseMap();", FromNet)]
    [InlineData("CreateMap<Fact, Row>().ReverseMap().ForMember(f => f.Amount, o => o.MapFrom(r => r.Net));", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.Ignore());", Unset)]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom(r => r.Owner.Share));", "fact.amount <- in.csv:Owner.Share via Owner.Share, Row.Owner, Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom(_ => 3));", "fact.amount <- (constant) via Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => { o.PreCondition(r => r.Id > 3); o.MapFrom(r => r.Net); });", FromNet, "fact.amount <- in.csv:Id via Row.Id [conditional]")]
    [InlineData("CreateMap<Row, Fact>().ConvertUsing(r => new Fact { Amount = r.Net });", FromNet)]
    [InlineData("CreateMap<Row, Fact>().ConstructUsing(r => new Fact { Amount = r.Net, Total = 3 });", FromAmount)]
    [InlineData("CreateMap<Row, Fact>().AfterMap((r, f) => f.Total = 3);", FromAmount)]
    public void A_rule_says_where_a_member_comes_from(string rules, params string[] expected) => AutoMapperGives(rules, "Load(mapper.Map<Fact>(row).Amount);", expected);

    [Theory]
    [InlineData("", "which mapping makes Fact of Row")]
    [InlineData("CreateMap<Row, Line>();", "which mapping makes Fact of Row")]
    [InlineData("CreateMap<Row, Fact>(); CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom(r => r.Net));", "which of several mappings makes Fact of Row")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.MapFrom<Resolver>());", "what MapFrom does to Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ConvertUsing<Converter>();", "what ConvertUsing does to Fact")]
    [InlineData("CreateMap<Row, Fact>().IncludeMembers(r => r.Owner);", "what IncludeMembers does to Fact")]
    [InlineData("CreateMap<Row, Fact>().AfterMap((r, f) => f.Amount = r.Net);", "what AfterMap does to Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().AfterMap((r, f) => f.ToString());", "what AfterMap does to Fact")]
    [InlineData("var map = CreateMap<Row, Fact>(); map.ForMember(f => f.Amount, o => o.MapFrom(r => r.Net));", "what CreateMap does to Fact")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, Options);", "what ForMember does to Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForAllMembers(o => o.MapFrom(r => 3));", "what ForAllMembers does to Fact")]
    public void A_rule_that_cannot_be_read_is_a_gap(string rules, string gap) => FlowAssert.IsFor("fact.amount", Job("AutoMapper", "Load(mapper.Map<Fact>(row).Amount);", "", $$"""
        public sealed class Resolver : IValueResolver<Row, Fact, decimal> { public decimal Resolve(Row source, Fact destination, decimal member, ResolutionContext context) => 3; }
        public sealed class Converter : ITypeConverter<Row, Fact> { public Fact Convert(Row source, Fact destination, ResolutionContext context) => destination; }
        public sealed class Rules : Profile { public Rules() { {{rules}} } private static void Options(IMemberConfigurationExpression<Row, Fact, decimal> options) => options.Ignore(); }

        """), $"fact.amount ? {gap}");

    [Fact]
    public void A_prefix_that_a_profile_knows_may_lead_anywhere() =>
        AutoMapperGives("RecognizePrefixes(\"Net\"); CreateMap<Row, Fact>();", "Load(mapper.Map<Fact>(row).amount2);", "fact.amount ? which member of Row becomes amount2");

    [Fact]
    public void Options_of_one_call_are_a_gap() =>
        AutoMapperGives("CreateMap<Row, Fact>();", "Load(mapper.Map<Fact>(row, o => o.AfterMap((_, f) => f.Amount = 3)).Amount);", "fact.amount ? what the options of Map do");

    [Theory]
    [InlineData("CreateMap<Row, Line>();", FromAmountOfLine)]
    [InlineData("CreateMap<Row, Line>().ForCtorParam(\"Amount\", o => o.MapFrom(r => r.Net));", "fact.amount <- in.csv:Net via Row.Net, Line.Amount")]
    public void A_record_takes_its_parameters(string rules, string expected) => AutoMapperGives(rules, "Load(mapper.Map<Line>(row).Amount);", expected);

    private const string FromAmountOfLine = "fact.amount <- in.csv:Amount via Row.Amount, Line.Amount";

    [Theory]
    [InlineData("CreateMap<Row, Fact>(); CreateMap<Owner, OwnerFact>();", "fact.amount <- in.csv:Owner.Share via Owner.Share, Row.Owner, OwnerFact.Share, Fact.Owner")]
    [InlineData("CreateMap<Row, Fact>(); CreateMap<Owner, OwnerFact>().ForMember(f => f.Share, o => o.Ignore());", Unset + " via Fact.Owner")]
    [InlineData("CreateMap<Row, Fact>().ForPath(f => f.Owner.Share, o => o.MapFrom(r => r.Tax));", "fact.amount <- in.csv:Tax via Row.Tax, Fact.Owner")]
    [InlineData("CreateMap<Row, Fact>();", "fact.amount ? which mapping makes OwnerFact of Owner")]
    public void An_object_in_an_object_has_a_pair_of_its_own(string rules, string expected) => AutoMapperGives(rules, "Load(mapper.Map<Fact>(row).Owner.Share);", expected);

    [Theory]
    [InlineData("CreateMap<Row, Fact>();", "fact.Amount = row.Tax; mapper.Map(row, fact); Load(fact.Amount);", FromAmount)]
    [InlineData("CreateMap<Row, Fact>();", "mapper.Map(row, fact); fact.Amount = 3; Load(fact.Amount);", "fact.amount <- (constant) via Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.Ignore());", "fact.Amount = row.Tax; mapper.Map(row, fact); Load(fact.Amount);", "fact.amount <- in.csv:Tax via Row.Tax, Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForMember(f => f.Amount, o => o.Ignore());", "fact.Amount = row.Tax; var other = mapper.Map(row, fact); Load(other.Amount);", "fact.amount <- in.csv:Tax via Row.Tax, Fact.Amount")]
    [InlineData("CreateMap<Row, Fact>().ForAllMembers(o => o.Condition((_, _, value) => value != null));", "fact.Amount = row.Tax; mapper.Map(row, fact); Load(fact.Amount);", FromAmount, "fact.amount <- in.csv:Tax via Row.Tax, Fact.Amount")]
    public void An_object_that_is_filled_keeps_what_no_rule_replaces(string rules, string body, params string[] expected) => AutoMapperGives(rules, "var fact = new Fact(); " + body, expected);

    [Theory]
    [InlineData("Load(row.Adapt<Fact>().Amount);", FromAmount)]
    [InlineData("Load(row.Adapt<Row, Fact>().Amount);", FromAmount)]
    [InlineData("Load(mapper.Map<Fact>(row).Amount);", FromAmount)]
    [InlineData("Load(rows.Adapt<List<Fact>>()[0].Amount);", FromAmount)]
    [InlineData("foreach (var fact in rows.AsQueryable().ProjectToType<Fact>()) Load(fact.Amount);", FromAmount)]
    [InlineData("var fact = new Fact { Amount = 3 }; row.Adapt(fact); Load(fact.Amount);", FromAmount)]
    [InlineData("Load(row.Adapt<Fact>().OwnerName);", "fact.amount <- in.csv:Owner.Name via Owner.Name, Row.Owner, Fact.OwnerName")]
    [InlineData("Load(row.Adapt<Fact>().Owner.Share);", "fact.amount <- in.csv:Owner.Share via Owner.Share, Row.Owner, OwnerFact.Share, Fact.Owner")]
    [InlineData("Load(row.Adapt<Line>().Amount);", FromAmountOfLine)]
    [InlineData("Load(new { amount = row.Net }.Adapt<Fact>().Amount);", Unset)]
    [InlineData("Load(new { Amount = row.Net }.Adapt<Fact>().Amount);", FromNet)]
    public void Mapster_needs_no_declaration(string body, string expected) => MapsterGives("", body, expected);

    [Theory]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().Map(f => f.Amount, r => r.Net);", FromNet)]
    [InlineData("config.NewConfig<Row, Fact>().Map(f => f.Amount, r => r.Net);", FromNet)]
    [InlineData("config.ForType<Row, Fact>().Ignore(f => f.Id).Map(\"Amount\", \"Net\");", FromNet)]
    [InlineData("config.NewConfig<Fact, Row>().Map(r => r.Net, f => f.Amount).TwoWays();", FromNet)]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().Map(f => f.Amount, r => r.Net, r => r.Id > 3);", FromNet, "fact.amount <- in.csv:Id via Row.Id [conditional]")]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().Ignore(f => f.Amount, f => f.Id);", Unset)]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().Map(f => f.Id, r => r.Id).IgnoreNonMapped(true);", Unset)]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().IgnoreNullValues(true);", FromAmount)]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().MapWith(r => new Fact { Amount = r.Net });", FromNet)]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().AfterMapping((r, f) => f.Amount = 3);", "fact.amount ? what AfterMapping does to Fact.Amount")]
    [InlineData("TypeAdapterConfig<Row, Fact>.NewConfig().Fork(c => { });", "fact.amount ? what Fork does to Fact")]
    public void Rules_of_Mapster_say_where_a_member_comes_from(string rules, params string[] expected) => MapsterGives(rules, "Load(row.Adapt<Fact>().Amount);", expected);

    [Theory]
    [InlineData("[AdaptIgnore]", Unset)]
    [InlineData("[AdaptMember(\"Net\")]", "fact.amount <- in.csv:Net via Row.Net, Marked.Amount")]
    public void An_attribute_is_a_rule(string attribute, string expected) =>
        FlowAssert.IsFor("fact.amount", Job("Mapster", "Load(row.Adapt<Marked>().Amount);", "", $"public sealed class Marked {{ {attribute} public decimal Amount {{ get; set; }} }}\n"), expected);

    [Fact]
    public void A_pair_that_an_attribute_declares_goes_by_names() =>
        FlowAssert.IsFor("fact.amount", Job("AutoMapper", "Load(mapper.Map<Marked>(row).Amount);", "", "[AutoMap(typeof(Row))] public sealed class Marked { public decimal Amount { get; set; } }\n"), "fact.amount <- in.csv:Amount via Row.Amount, Marked.Amount");

    [Fact]
    public void A_helper_with_type_parameters_makes_what_its_caller_says() =>
        FlowAssert.IsFor("fact.amount", Job("Mapster", "Load(To<Fact>(row).Amount);", "private static T To<T>(object row) => row.Adapt<T>();", ""), FromAmount);

    [Fact]
    public void An_entity_that_was_read_and_is_filled_by_a_mapper_is_saved_with_what_it_got() => FlowAssert.Is("""
        using AutoMapper;
        using Shop;
        public sealed class Change { public int Id { get; set; } public decimal Total { get; set; } public string Product { get; set; } = ""; }
        public sealed class Rules : Profile { public Rules() { CreateMap<Change, Sale>().ForMember(sale => sale.Amount, option => option.MapFrom(change => change.Total)).ForMember(sale => sale.Id, option => option.Ignore()); } }
        public sealed class Job(ShopContext context, IMapper mapper)
        {
            public async Task Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                foreach (var change in csv.GetRecords<Change>())
                {
                    var sale = await context.Sales.FirstAsync(sale => sale.Id == change.Id);
                    mapper.Map(change, sale);
                }
                await context.SaveChangesAsync();
            }
        }
        """, """
        Sales.Amount <- in.csv:Total via Change.Total, Sale.Amount
        Sales.Product <- in.csv:Product via Change.Product, Sale.Product
        """);
}
